using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// What an update behind a signature may be: a further signature that itself verifies to the update's end, or validation data
/// alone. Each object that it adds or replaces must be one that this list names, in its place; everything else is a change.
/// </summary>
internal sealed class UpdateRule
{
    private static readonly string[] Trailer =
    [
        "Size",
        "Root",
        "Info",
        "ID",
        "Prev",
        "Type",
        "W",
        "Index",
        "Length",
        "Filter",
        "DecodeParms",
    ];

    private static readonly string[] OfCatalog = ["AcroForm", "DSS", "Extensions"];

    private readonly PdfRevision _update;
    private readonly FirstRevision _state;
    private readonly FoundSignature? _signature;
    private readonly HashSet<int> _explained = [];
    private readonly HashSet<int> _formerData = [];

    public UpdateRule(PdfRevision update, FirstRevision state, FoundSignature? signature)
    {
        (_update, _state, _signature) = (update, state, signature);
    }

    private PdfFile Before => _update.Before;

    private PdfFile After => _update.After;

    public bool Allows()
    {
        var isAllowed =
            _signature is not { Verifies: false }
            && TrailerStays()
            && CatalogStays()
            && DataIsSound()
            && (_signature is null ? FormIsSame() : FormGrows(_signature))
            && InformationStays()
            && NothingElse();
        if (isAllowed)
        {
            _state.References.Follow(_update);
        }

        return isAllowed;
    }

    private bool TrailerStays()
    {
        var trailer = _update.Section.Trailer;
        var highest = _update.Section.Entries.Select(e => e.Number).Append(-1).Max();
        return trailer.Entries.All(e => Trailer.Contains(e.Key))
            && trailer["Prev"] is PdfNumber previous
            && previous.Value == Before.XrefStart
            && trailer["Size"] is PdfNumber size
            && size.Value > highest
            && (Before.Trailer["Size"] is not PdfNumber former || size.Value >= former.Value)
            && After.Root == Before.Root
            && (Before.Trailer["Info"] is null || Same(Before.Trailer["Info"], trailer["Info"]));
    }

    private bool CatalogStays() =>
        !_update.Objects.ContainsKey(Before.Root.Number)
        || (
            Replaces(Before.Root.Number)
            && Same(Before.Catalog.Without(OfCatalog), After.Catalog.Without(OfCatalog))
            && IsPlain(After.Catalog["Extensions"])
        );

    private bool DataIsSound()
    {
        if (Before.Catalog["DSS"] is { } former)
        {
            new ValidationData(Before, reference => _formerData.Add(reference.Number)).IsSound(former);
        }

        var isSound = true;
        var data = new ValidationData(After, reference => isSound &= ExplainData(reference.Number));
        var isTouched =
            !Same(Before.Catalog["DSS"], After.Catalog["DSS"]) || _formerData.Overlaps(_update.Objects.Keys);
        return isTouched ? data.IsSound(After.Catalog["DSS"]) && isSound : _signature is not null;
    }

    // What is replaced must have been validation data before, and nothing beside that.
    private bool ExplainData(int number) =>
        !_update.Objects.ContainsKey(number)
        || (
            Before.EntryOf(number) is null
                ? Adds(number)
                : _formerData.Contains(number) && _state.References[number] == 1 && Replaces(number)
        );

    private bool FormIsSame() => Same(Before.Catalog["AcroForm"], After.Catalog["AcroForm"]);

    private bool FormGrows(FoundSignature signature)
    {
        var fields = new FieldRule(this, _update, _state, signature);
        return fields.FormGrows() && fields.IsSigned();
    }

    private bool InformationStays()
    {
        if (After.Trailer["Info"] is PdfReference info && _update.Objects.TryGetValue(info.Number, out var became))
        {
            var was = Before.EntryOf(info.Number) is null ? null : Before.Resolve(info);
            if (
                !DescribingData.IsSameInformation(was, became, Before.Budget)
                || !(was is null ? Adds(info.Number) : _state.References[info.Number] == 1 && Replaces(info.Number))
            )
            {
                return false;
            }
        }

        return Before.Catalog["Metadata"] is not PdfReference metadata
            || !_update.Objects.TryGetValue(metadata.Number, out var described)
            || (
                _state.References[metadata.Number] == 1
                && DescribingData.IsSameMetadata(After, Before.Resolve(metadata), described)
                && Replaces(metadata.Number)
            );
    }

    private bool NothingElse() =>
        _explained.SetEquals(_update.Objects.Keys)
        && _update.Objects.Values.SelectMany(PdfComparison.ReferencesIn).All(IsExact);

    // A reference of another generation is nothing to one reader and the object to another.
    private bool IsExact(PdfReference reference) =>
        After.EntryOf(reference.Number) switch
        {
            { Kind: XrefKind.InFile } entry => entry.Second == reference.Generation,
            { Kind: XrefKind.InObjectStream } => reference.Generation == 0,
            _ => true,
        };

    private bool IsPlain(PdfObject? value) =>
        value switch
        {
            null or PdfName or PdfNumber or PdfString => true,
            PdfDictionary dictionary => dictionary.Entries.All(e => IsPlain(e.Value)),
            PdfArray array => array.Items.All(IsPlain),
            PdfReference reference when Before.EntryOf(reference.Number) is null => Adds(reference.Number)
                && IsPlain(After.Resolve(reference)),
            _ => Same(value, Before.Catalog["Extensions"]),
        };

    /// <summary>A new object that nothing referred to before: what is there cannot have waited for it.</summary>
    public bool Adds(int number)
    {
        _explained.Add(number);
        return Before.EntryOf(number) is null && _state.References[number] == 0;
    }

    public bool Replaces(int number)
    {
        _explained.Add(number);
        return true;
    }

    public bool Same(PdfObject? a, PdfObject? b) => PdfComparison.Same(a, b, Before.Budget);
}
