namespace Sakip.Collection;

/// <param name="Error">Indonesian; null where it was taken.</param>
internal sealed record EvidenceAnswer(EvidenceRow? Row, string? Error)
{
    public static EvidenceAnswer No(string error) => new(null, error);
}
