using Sakip.Documents;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>What the report says of the year's recorded changes: beside a name, and below a table.</summary>
internal sealed class ChangeNotes(OfficePlan plan)
{
    /// <inheritdoc cref="YearWords.Indicator"/>
    public string Name(string indicator, string name) => YearWords.Indicator(plan, indicator, name);

    /// <inheritdoc cref="YearWords.Carrier"/>
    public string Carrier(CarriedKind kind, string code, string planned) =>
        YearWords.Carrier(plan, kind, code, planned);

    /// <summary>The recorded changes of a kind, each a sentence with its basis and its reason.</summary>
    public IEnumerable<Block> Of(YearChangeKind kind) =>
        plan.ChangesOf(kind)
            .Select(change => new Paragraph(
                $"{ChangeWords.Of(kind)} berdasarkan {change.Basis.Words()}: "
                    + $"{string.Join("; ", ChangeWords.Lines(plan, change))}. Alasan: {change.Basis.Reason.TrimEnd('.')}."
            ));

    /// <summary>The same as a note below a table.</summary>
    public IEnumerable<Block> Below(YearChangeKind kind) =>
        plan.ChangesOf(kind)
            .Select(change => new Paragraph(
                $"Keterangan: {string.Join("; ", ChangeWords.Lines(plan, change))}, berdasarkan {change.Basis.Words()}, karena "
                    + $"{change.Basis.Reason.TrimEnd('.')}.",
                ParagraphStyle.Note
            ));
}
