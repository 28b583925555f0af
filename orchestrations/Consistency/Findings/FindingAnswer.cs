namespace Sakip.Consistency;

internal enum FindingAnswerKind
{
    Done,
    Unknown,
    BadText,
    NotAllowed,
    SamePerson,

    /// <summary>The finding is in another state than the act needs.</summary>
    NotOpen,
}

/// <param name="Message">Indonesian; empty where it was done.</param>
internal sealed record FindingAnswer(FindingAnswerKind Kind, string Message)
{
    public static FindingAnswer Done { get; } = new(FindingAnswerKind.Done, "");

    public static FindingAnswer Unknown { get; } = new(FindingAnswerKind.Unknown, "Temuan ini tidak ada.");
}
