using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// Tells whether what was appended after a signature only adds signatures. An old object may change in these ways alone: the catalog gets a form
/// or validation data, the form gets signature fields, a page gets their widgets, an unsigned signature field gets its
/// value; the file's information and metadata may change. New objects hang on those, never on a reference that led nowhere before.
/// </summary>
internal sealed class RevisionComparison
{
    private readonly PdfFile _old;
    private readonly PdfFile _new;
    private readonly HashSet<int> _pages;
    private readonly HashSet<int> _unsignedFields;
    private readonly HashSet<int> _free;

    private RevisionComparison(PdfFile old, PdfFile @new)
    {
        _old = old;
        _new = @new;
        _pages = [.. old.PagesOf().Select(p => p.Reference.Number)];
        _unsignedFields =
        [
            .. old.SignatureFieldsOf()
                .Where(f => f is { Value: null, Reference: not null })
                .Select(f => f.Reference!.Number),
        ];
        _free = [.. References(old.Trailer["Info"], old.Catalog["Metadata"], old.Catalog["AcroForm"])];
        _free.UnionWith(References(old.Dictionary(old.Catalog["AcroForm"])?["Fields"]));
        _free.UnionWith(old.PagesOf().SelectMany(p => References(p.Dictionary["Annots"])));
    }

    public static LaterChanges ChangesAfter(PdfFile file, int end, SignatureField field)
    {
        try
        {
            var signed = PdfFile.Open(file.Bytes[..end]);
            if (!signed.SignatureFieldsOf().Any(f => f.Name == field.Name && Same(f.Value, field.Value)))
            {
                return LaterChanges.Content;
            }

            return end == file.Bytes.Length ? LaterChanges.None
                : new RevisionComparison(signed, file).OnlyAddsSignatures() ? LaterChanges.OnlySignatures
                : LaterChanges.Content;
        }
        catch (PdfFormatException)
        {
            return LaterChanges.Content;
        }
    }

    private bool OnlyAddsSignatures()
    {
        if (!IsFollowed() || _old.Root != _new.Root || !FormGrows() || !_old.PagesOf().All(PageGrows))
        {
            return false;
        }

        var before = _old.Numbers.ToHashSet();
        var after = _new.Numbers.ToHashSet();
        var leadNowhere = before
            .SelectMany(n => ReferencesIn(_old.Resolve(new PdfReference(n))))
            .Where(n => !before.Contains(n));
        return before.IsSubsetOf(after)
            && !leadNowhere.Any(after.Contains)
            && before.All(n => MayBecome(n, _old.Resolve(new PdfReference(n)), _new.Resolve(new PdfReference(n))));
    }

    // What was appended is itself signed, or is validation data. An update whose signature the form no longer shows is a change.
    private bool IsFollowed() =>
        !Same(_old.Catalog["DSS"], _new.Catalog["DSS"])
        || _new.SignatureFieldsOf().Any(field => field.Value is { } signature
            && _new.Array(signature["ByteRange"]) is [_, _, var second, _]
            && _new.Resolve(second) is PdfNumber start
            && start.Value > _old.Bytes.Length);

    private bool MayBecome(int number, PdfObject? was, PdfObject? became) =>
        Same(was, became)
        || _free.Contains(number)
        || (
            was is PdfDictionary a
            && became is PdfDictionary b
            && (
                (
                    number == _old.Root.Number
                    && Same(a.Without("AcroForm", "DSS", "Extensions"), b.Without("AcroForm", "DSS", "Extensions")))
                || (_pages.Contains(number) && Same(a.Without("Annots"), b.Without("Annots")))
                || (_unsignedFields.Contains(number) && Same(WithoutSignature(a), WithoutSignature(b)))));

    private bool FormGrows()
    {
        var (was, became) = (_old.Dictionary(_old.Catalog["AcroForm"]), _new.Dictionary(_new.Catalog["AcroForm"]));
        return Same(WithoutFields(was), WithoutFields(became))
            && GrowsBySignatures(_old.Array(was?["Fields"]), _new.Array(became?["Fields"]));
    }

    private bool PageGrows(PdfPage page) => GrowsBySignatures(
        _old.Array(page.Dictionary["Annots"]), _new.Array(_new.Dictionary(page.Reference)?["Annots"]));

    private bool GrowsBySignatures(IReadOnlyList<PdfObject> was, IReadOnlyList<PdfObject> became) =>
        became.Count >= was.Count
        && was.Zip(became).All(pair => Same(pair.First, pair.Second))
        && became.Skip(was.Count).All(added => _new.Dictionary(added) is { } field && field.IsNamed("FT", "Sig"));

    private static PdfDictionary WithoutFields(PdfDictionary? form) =>
        (form ?? PdfDictionary.Empty).Without("Fields", "SigFlags", "DA", "DR");

    private static PdfDictionary WithoutSignature(PdfDictionary field) =>
        field.Without("V", "AP", "F", "M", "Rect", "Lock");

    private static bool Same(PdfObject? a, PdfObject? b) =>
        PdfSerializer.ToBytes(a ?? new PdfNull()).AsSpan().SequenceEqual(PdfSerializer.ToBytes(b ?? new PdfNull()));

    private static IEnumerable<int> References(params IEnumerable<PdfObject?> values) =>
        values.OfType<PdfReference>().Select(r => r.Number);

    private static IEnumerable<int> ReferencesIn(PdfObject? value) => value switch
    {
        PdfReference reference => [reference.Number],
        PdfArray array => array.Items.SelectMany(ReferencesIn),
        PdfDictionary dictionary => dictionary.Entries.SelectMany(e => ReferencesIn(e.Value)),
        PdfStream stream => ReferencesIn(stream.Dictionary),
        _ => [],
    };
}
