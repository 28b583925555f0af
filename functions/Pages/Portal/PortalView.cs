namespace Sakip.Functions.Pages.Portal;

public sealed record PublishedDocument(string Title, string Office, string Published, string Url);

public sealed record PublishedYear(int Year, IReadOnlyList<PublishedDocument> Documents);

/// <summary>What the public may read, newest year first.</summary>
public sealed record PortalView(IReadOnlyList<PublishedYear> Years);
