using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// Where a later signature may show. A place is reserved by an unsigned signature field; in a document without any, the places level
/// beside a signature that stands there, of its size and a column's gap away, are the other parties'.
/// </summary>
internal sealed class ReservedPlaces
{
    private const decimal Tolerance = 1;
    private const decimal WidestGap = 30;

    private readonly List<(int Page, PdfRectangle Place)> _reserved = [];
    private readonly List<(int Page, PdfRectangle Place)> _signed = [];

    public static ReservedPlaces Of(PdfFile file, IReadOnlyDictionary<int, PdfPage> pages)
    {
        var places = new ReservedPlaces();
        var fields = file.SignatureFieldsOf()
            .Where(f => f.Reference is not null)
            .ToLookup(f => f.Reference!.Number, f => f.Value is not null);
        foreach (var (number, page) in pages)
        {
            foreach (var widget in file.Array(page.Dictionary["Annots"]).OfType<PdfReference>())
            {
                if (fields.Contains(widget.Number) && file.Dictionary(widget)?["Rect"] is { } rectangle)
                {
                    (fields[widget.Number].First() ? places._signed : places._reserved).Add(
                        (number, PdfRectangle.Read(file, rectangle))
                    );
                }
            }
        }

        return places;
    }

    /// <summary>Takes the place, so that no later signature covers it.</summary>
    public bool Take(int page, PdfRectangle wanted)
    {
        var isFree =
            _reserved.Count > 0
                ? _reserved.Exists(r => r.Page == page && Within(r.Place, wanted))
                : _signed.Exists(s => s.Page == page && IsBeside(s.Place, wanted));
        if (!isFree || _signed.Exists(s => s.Page == page && Overlap(s.Place, wanted)))
        {
            return false;
        }

        _signed.Add((page, wanted));
        return true;
    }

    private static bool Within(PdfRectangle outer, PdfRectangle inner) =>
        new PdfRectangle(
            outer.X - Tolerance,
            outer.Y - Tolerance,
            outer.Width + (2 * Tolerance),
            outer.Height + (2 * Tolerance)
        ).Contains(inner);

    private static bool IsBeside(PdfRectangle signed, PdfRectangle wanted) =>
        Near(signed.Y, wanted.Y)
        && Near(signed.Height, wanted.Height)
        && Near(signed.Width, wanted.Width)
        && Math.Abs(signed.X - wanted.X) - signed.Width is >= -Tolerance and <= WidestGap;

    private static bool Near(decimal a, decimal b) => Math.Abs(a - b) <= Tolerance;

    private static bool Overlap(PdfRectangle a, PdfRectangle b) =>
        a.X + Tolerance < b.X + b.Width
        && b.X + Tolerance < a.X + a.Width
        && a.Y + Tolerance < b.Y + b.Height
        && b.Y + Tolerance < a.Y + a.Height;
}
