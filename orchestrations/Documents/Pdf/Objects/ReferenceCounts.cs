namespace Sakip.Documents.Pdf.Objects;

/// <summary>How often each object of a file is referred to. One pass, in which no object is kept.</summary>
internal sealed class ReferenceCounts
{
    private readonly Dictionary<int, int> _counts = [];

    public static ReferenceCounts Of(PdfFile file)
    {
        var counts = new ReferenceCounts();
        counts.Count(file.Trailer, 1);
        foreach (var value in file.ScanObjects())
        {
            // A cross-reference stream is the trailer once more.
            if (value is not PdfStream stream || !stream.Dictionary.IsNamed("Type", "XRef"))
            {
                counts.Count(value, 1);
            }
        }

        return counts;
    }

    public int this[int number] => _counts.GetValueOrDefault(number);

    /// <summary>Counts anew as the update leaves the file: what it replaces refers to nothing any more.</summary>
    public void Follow(PdfRevision update)
    {
        Count(update.Before.Trailer, -1);
        Count(update.After.Trailer, 1);
        foreach (var (number, value) in update.Objects)
        {
            Count(value, 1);
            if (update.Before.EntryOf(number) is not null)
            {
                Count(update.Before.Resolve(new PdfReference(number)), -1);
            }
        }
    }

    private void Count(PdfObject? value, int by)
    {
        switch (value)
        {
            case PdfReference reference:
                _counts[reference.Number] = this[reference.Number] + by;
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                {
                    Count(item, by);
                }

                break;
            case PdfDictionary dictionary:
                foreach (var (_, entry) in dictionary.Entries)
                {
                    Count(entry, by);
                }

                break;
            case PdfStream stream:
                Count(stream.Dictionary, by);
                break;
        }
    }
}
