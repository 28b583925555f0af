namespace Sakip.Documents;

/// <summary>A <see cref="Reference"/> names an id that no heading, table or figure of the document has.</summary>
internal sealed class UnknownReferenceException(string id) : Exception($"No block of the document has the id '{id}'.")
{
    public string Id { get; } = id;
}
