using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// The one field that a signing update may add or fill: its value is the signature that verifies, and it shows in a place that
/// the first revision reserved, or nowhere.
/// </summary>
internal sealed class FieldRule(UpdateRule rule, PdfRevision update, FirstRevision state, FoundSignature signature)
{
    private static readonly string[] OfForm = ["Fields", "SigFlags"];
    private static readonly string[] OfSigning = ["V", "AP", "F", "M", "Rect", "Lock"];

    private static readonly string[] OfWidget =
    [
        "Type",
        "Subtype",
        "FT",
        "T",
        "TU",
        "TM",
        "V",
        "P",
        "F",
        "Ff",
        "Rect",
        "AP",
        "M",
        "NM",
        "Lock",
        "DA",
        "DR",
    ];

    private readonly PdfReference? _field = signature.Field.Reference;
    private readonly HashSet<int> _walked = [];

    private PdfFile Before => update.Before;

    private PdfFile After => update.After;

    public bool FormGrows()
    {
        var (was, became) = (Before.Catalog["AcroForm"], After.Catalog["AcroForm"]);
        if (was is PdfReference form)
        {
            if (!rule.Same(was, became) || (update.Objects.ContainsKey(form.Number) && !ReplacesOnly(form.Number)))
            {
                return false;
            }
        }
        else if (became is PdfReference added && !rule.Adds(added.Number))
        {
            return false;
        }

        var (old, now) = (Before.Dictionary(was) ?? PdfDictionary.Empty, After.Dictionary(became));
        return now is not null
            && now["SigFlags"] is null or PdfNumber
            && ResourcesStay(old, now)
            && (IsFilled ? ListStays(old["Fields"], now["Fields"]) : ListGrows(old["Fields"], now["Fields"]));
    }

    public bool IsSigned()
    {
        if (
            _field is null
            || !update.Objects.TryGetValue(_field.Number, out var value)
            || value is not PdfDictionary field
            || field["V"] is not { } v
            || !IsSignature(v)
        )
        {
            return false;
        }

        return IsFilled ? MayFill(field) : MayAdd(field);
    }

    private bool IsFilled => _field is not null && Before.EntryOf(_field.Number) is not null;

    private bool MayFill(PdfDictionary field)
    {
        var was = Before.SignatureFieldsOf().FirstOrDefault(f => f.Reference == _field);
        if (
            was is not { Value: null }
            || !rule.Replaces(_field!.Number)
            || !rule.Same(was.Dictionary.Without(OfSigning), field.Without(OfSigning))
        )
        {
            return false;
        }

        var pages = state.Pages.Keys.Where(number => Shows(Before, number)).ToList();
        return pages.Count <= 1 && PagesGrow(grown: null) && MayShow(field, pages.Count == 1 ? pages[0] : null);
    }

    private bool MayAdd(PdfDictionary field)
    {
        var pages = state.Pages.Keys.Where(number => Shows(After, number)).ToList();
        return rule.Adds(_field!.Number)
            && pages.Count <= 1
            && field.Entries.All(e => OfWidget.Contains(e.Key))
            && field.IsNamed("Subtype", "Widget")
            && field.IsNamed("FT", "Sig")
            && field["T"] is PdfString
            && Before.SignatureFieldsOf().All(f => f.Name != signature.Field.Name)
            && PagesGrow(pages.Count == 1 ? pages[0] : null)
            && (field["P"] is null || pages.Count == 0 || field["P"] == state.Pages[pages[0]].Reference)
            && MayShow(field, pages.Count == 1 ? pages[0] : null);
    }

    private bool MayShow(PdfDictionary field, int? page)
    {
        if (field["F"] is not (null or PdfNumber) || !ExplainAll(field["Lock"]) || !ExplainAll(field["DR"]))
        {
            return false;
        }

        var place = field["Rect"] is { } given ? PdfRectangle.Read(After, given) : PdfRectangle.Nowhere;
        var isEmpty = place.Width == 0 || place.Height == 0;
        return field["Rect"] is null or PdfArray
            && (isEmpty || (page is { } number && state.Places.Take(number, place)))
            && new AppearanceRule(update, rule).IsDrawing(field["AP"]);
    }

    private bool Shows(PdfFile file, int page) =>
        file.Array(file.Dictionary(new PdfReference(page, state.Pages[page].Reference.Generation))?["Annots"])
            .OfType<PdfReference>()
            .Any(r => r.Number == _field!.Number);

    // Only the page that gets the widget changes, and only by it.
    private bool PagesGrow(int? grown)
    {
        foreach (var number in state.Pages.Keys.Where(n => n == grown || update.Objects.ContainsKey(n)))
        {
            var reference = state.Pages[number].Reference;
            if (
                Before.Dictionary(reference) is not { } was
                || After.Dictionary(reference) is not { } became
                || !rule.Same(was.Without("Annots"), became.Without("Annots"))
                || (update.Objects.ContainsKey(number) && !rule.Replaces(number))
                || !(
                    number == grown
                        ? ListGrows(was["Annots"], became["Annots"])
                        : ListStays(was["Annots"], became["Annots"])
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    private bool ListGrows(PdfObject? was, PdfObject? became)
    {
        var (old, now) = (Before.Array(was), After.Array(became));
        return MovesNowhere(was, became)
            && now.Count == old.Count + 1
            && old.Zip(now).All(pair => rule.Same(pair.First, pair.Second))
            && now[^1] is PdfReference last
            && last == _field;
    }

    private bool ListStays(PdfObject? was, PdfObject? became) =>
        MovesNowhere(was, became) && rule.Same(Before.Resolve(was), After.Resolve(became));

    // A list stays the object that it was; a new one may become an object of its own.
    private bool MovesNowhere(PdfObject? was, PdfObject? became) =>
        (was, became) switch
        {
            (PdfReference old, PdfReference now) => old == now
                && (!update.Objects.ContainsKey(old.Number) || ReplacesOnly(old.Number)),
            (PdfReference, _) => false,
            (_, PdfReference now) => rule.Adds(now.Number),
            _ => true,
        };

    // Shared with anything else, the object would change there as well.
    private bool ReplacesOnly(int number) => state.References[number] == 1 && rule.Replaces(number);

    // What fields are drawn with matters only where there are fields that are drawn.
    private bool ResourcesStay(PdfDictionary old, PdfDictionary now)
    {
        string[] free = Before.Array(old["Fields"]).All(f => Before.Dictionary(f)?.IsNamed("FT", "Sig") == true)
            ? [.. OfForm, "DA", "DR"]
            : OfForm;
        return rule.Same(old.Without(free), now.Without(free))
            && (free.Length == OfForm.Length || (ExplainAll(now["DR"]) && now["DA"] is null or PdfString));
    }

    private bool IsSignature(PdfObject value)
    {
        if (value is PdfReference reference && !rule.Adds(reference.Number))
        {
            return false;
        }

        return After.Dictionary(value) is { } dictionary
            && rule.Same(dictionary, signature.Field.Value)
            && dictionary.Entries.All(e => ExplainAll(e.Value));
    }

    private bool ExplainAll(PdfObject? value) =>
        PdfComparison
            .ReferencesIn(value)
            .Select(r => r.Number)
            .Where(update.Objects.ContainsKey)
            .All(number =>
                Before.EntryOf(number) is not null
                || !_walked.Add(number)
                || (rule.Adds(number) && ExplainAll(update.Objects[number]))
            );
}
