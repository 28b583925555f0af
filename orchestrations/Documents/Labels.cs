namespace Sakip.Documents;

/// <summary>What a document's ids stand for: "Tabel 3.9", "2.1", and the page each was last seen on.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);

    public Labels(Document document)
    {
        foreach (var block in document.Sections.SelectMany(section => section.Blocks))
        {
            switch (block)
            {
                case Heading { Id: { } id } heading:
                    Add(id, heading.Number ?? heading.Text);
                    break;
                case Table { Caption: { } caption }:
                    Add(caption.Id, $"{TableWord} {caption.Number}");
                    break;
                case Figure figure:
                    Add(figure.Caption.Id, $"{FigureWord} {figure.Caption.Number}");
                    break;
            }
        }
    }

    public const string TableWord = "Tabel";

    public const string FigureWord = "Gambar";

    /// <exception cref="UnknownReferenceException">No block has this id.</exception>
    public string Number(string id) =>
        _numbers.TryGetValue(id, out var number) ? number : throw new UnknownReferenceException(id);

    private void Add(string id, string number)
    {
        if (!_numbers.TryAdd(id, number))
        {
            throw new ArgumentException($"Two blocks of the document have the id '{id}'.", nameof(id));
        }
    }
}
