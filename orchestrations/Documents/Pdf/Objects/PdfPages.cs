namespace Sakip.Documents.Pdf.Objects;

/// <summary>Walks a file's page tree.</summary>
internal static class PdfPages
{
    private const int MostNodes = 20_000;
    private const int DeepestTree = 50;

    /// <summary>The pages in order, each with what it inherits for its size.</summary>
    public static IReadOnlyList<PdfPage> PagesOf(this PdfFile file)
    {
        var pages = new List<PdfPage>();
        var nodes = 0;
        Walk(file, file.Catalog["Pages"], inheritedBox: null, pages, ref nodes, depth: 0);
        return pages;
    }

    private static void Walk(
        PdfFile file,
        PdfObject? node,
        PdfObject? inheritedBox,
        List<PdfPage> pages,
        ref int nodes,
        int depth
    )
    {
        if (depth > DeepestTree || ++nodes > MostNodes)
        {
            throw new PdfFormatException("The page tree is too deep or too large.");
        }

        if (file.Dictionary(node) is not { } dictionary)
        {
            throw new PdfFormatException("The page tree has a hole.");
        }

        var box = dictionary["MediaBox"] ?? inheritedBox;
        if (dictionary["Kids"] is { } kids)
        {
            foreach (var kid in file.Array(kids))
            {
                Walk(file, kid, box, pages, ref nodes, depth + 1);
            }
        }
        else if (node is PdfReference reference)
        {
            pages.Add(new PdfPage(reference, dictionary, PdfRectangle.Read(file, box)));
        }
        else
        {
            throw new PdfFormatException("A page is not an object of its own.");
        }
    }
}

internal sealed record PdfPage(PdfReference Reference, PdfDictionary Dictionary, PdfRectangle MediaBox);

/// <summary>A rectangle in points; the origin is the page's lower left corner.</summary>
internal sealed record PdfRectangle(decimal X, decimal Y, decimal Width, decimal Height)
{
    public static PdfRectangle Nowhere { get; } = new(0, 0, 0, 0);

    public bool Contains(PdfRectangle other) =>
        other.X >= X && other.Y >= Y && other.X + other.Width <= X + Width && other.Y + other.Height <= Y + Height;

    public PdfArray ToArray() => PdfArray.Of(X, Y, X + Width, Y + Height);

    internal static PdfRectangle Read(PdfFile file, PdfObject? value)
    {
        decimal[] sides = [.. file.Array(value).Select(file.Resolve).OfType<PdfNumber>().Select(n => n.Value)];
        if (sides.Length != 4 || sides.Any(s => Math.Abs(s) > 1_000_000))
        {
            throw new PdfFormatException("A rectangle has not four sides.");
        }

        var (left, right) = (Math.Min(sides[0], sides[2]), Math.Max(sides[0], sides[2]));
        var (bottom, top) = (Math.Min(sides[1], sides[3]), Math.Max(sides[1], sides[3]));
        return new PdfRectangle(left, bottom, right - left, top - bottom);
    }
}
