namespace Sakip.Collection;

/// <summary>What a sender says of a file before its parts come.</summary>
internal sealed record EvidenceOffer(string Owner, string FileName, long Size, DateOnly DocumentDate);
