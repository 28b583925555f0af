namespace Sakip.Functions.Public;

/// <param name="Version">"versi 2" where the report was corrected; null for a first one.</param>
internal sealed record PublishedDocument(
    string Title,
    string Office,
    string Published,
    string Url,
    string? Version,
    IReadOnlyList<FormerVersion> Former
);

internal sealed record FormerVersion(string Label, string Url);

internal sealed record PublishedYear(int Year, IReadOnlyList<PublishedDocument> Documents);

/// <summary>What the public may read, newest year first.</summary>
internal sealed record PortalView(IReadOnlyList<PublishedYear> Years);
