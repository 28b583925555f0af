namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// Tells whether two objects say the same: the order of a dictionary's keys and how a string is written say nothing.
/// </summary>
internal static class PdfComparison
{
    public static bool Same(PdfObject? a, PdfObject? b, ReadingBudget budget)
    {
        budget.SpendObject();
        return (a, b) switch
        {
            (null or PdfNull, null or PdfNull) => true,
            (PdfString x, PdfString y) => x.Bytes.AsSpan().SequenceEqual(y.Bytes),
            (PdfArray x, PdfArray y) => x.Items.Count == y.Items.Count
                && x.Items.Zip(y.Items).All(pair => Same(pair.First, pair.Second, budget)),
            (PdfDictionary x, PdfDictionary y) => SameEntries(x, y, budget),
            (PdfStream x, PdfStream y) => SameEntries(x.Dictionary, y.Dictionary, budget)
                && x.Raw.Span.SequenceEqual(y.Raw.Span),
            _ => Equals(a, b),
        };
    }

    /// <summary>Every reference within the object.</summary>
    public static IEnumerable<PdfReference> ReferencesIn(PdfObject? value) =>
        value switch
        {
            PdfReference reference => [reference],
            PdfArray array => array.Items.SelectMany(ReferencesIn),
            PdfDictionary dictionary => dictionary.Entries.SelectMany(e => ReferencesIn(e.Value)),
            PdfStream stream => ReferencesIn(stream.Dictionary),
            _ => [],
        };

    private static bool SameEntries(PdfDictionary a, PdfDictionary b, ReadingBudget budget) =>
        a.Entries.All(e => Same(e.Value, b[e.Key], budget))
        && b.Entries.All(e => e.Value is PdfNull || a[e.Key] is not null);
}
