namespace Sakip.Functions.Home;

/// <summary>A page of the guide, for one kind of reader.</summary>
/// <param name="Code">Last part of its address.</param>
/// <param name="Parts">What the reader wants to do, and the steps to it.</param>
internal sealed record HelpTopic(
    string Code,
    string Title,
    string Lead,
    IReadOnlyList<(string Wish, IReadOnlyList<string> Steps)> Parts
)
{
    /// <summary>What the topic's picture shows, in words; null where there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>The picture is of a phone.</summary>
    public bool IsOnPhone { get; init; }

    /// <summary>Name of the picture among the assets; the tests in a browser make it.</summary>
    public string PictureFile => $"bantuan-{Code}.png";
}

/// <param name="Topic">Null on the guide's first page.</param>
internal sealed record HelpView(IReadOnlyList<HelpTopic> Topics, HelpTopic? Topic);
