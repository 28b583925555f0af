namespace Sakip.Documents.Pdf.Objects;

/// <summary>A dictionary that keeps the order of its keys. It never changes: <see cref="With"/> makes another one.</summary>
internal sealed record PdfDictionary : PdfObject
{
    private readonly OrderedDictionary<string, PdfObject> _entries;

    public PdfDictionary(IEnumerable<KeyValuePair<string, PdfObject>> entries)
    {
        _entries = new(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            _entries[key] = value;
        }
    }

    public static PdfDictionary Empty { get; } = new([]);

    public IEnumerable<KeyValuePair<string, PdfObject>> Entries => _entries;

    /// <summary>The entry, or null when it is absent or the null object.</summary>
    public PdfObject? this[string key] => _entries.GetValueOrDefault(key) is { } value and not PdfNull ? value : null;

    public static PdfDictionary Of(params IEnumerable<(string Key, PdfObject Value)> entries) =>
        new(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));

    public PdfDictionary With(string key, PdfObject value) => new([.. _entries, KeyValuePair.Create(key, value)]);

    public PdfDictionary Without(params IEnumerable<string> keys) => new(_entries.ExceptBy(keys, e => e.Key));

    public bool IsNamed(string key, string name) => this[key] is PdfName value && value.Value == name;
}
