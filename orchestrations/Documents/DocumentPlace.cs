namespace Sakip.Documents;

/// <summary>Where a chapter or section of a printed document begins.</summary>
/// <param name="Page">In file order, from 1.</param>
/// <param name="Label">What is printed on that page; empty where nothing is.</param>
internal sealed record DocumentPlace(string Id, string Title, int Page, string Label)
{
    /// <summary>Deeper headings grow with an office's indicators and are left out.</summary>
    private const int Deepest = 2;

    /// <summary>The chapters and sections that have an id, in order.</summary>
    public static IReadOnlyList<DocumentPlace> In(Document document, PdfResult printed) =>
        [
            .. document
                .Sections.SelectMany(section => section.Blocks)
                .OfType<Heading>()
                .Where(heading => heading is { Level: <= Deepest, Id: { } id } && printed.PageOfId.ContainsKey(id))
                .Select(heading => Of(heading, heading.Id!, printed)),
        ];

    private static DocumentPlace Of(Heading heading, string id, PdfResult printed)
    {
        var page = printed.PageOfId[id];
        return new DocumentPlace(id, $"{heading.Number} {heading.Text}".Trim(), page, printed.PageLabels[page - 1]);
    }
}
