using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A sub-activity for which nobody has said yet who carries it out.</summary>
/// <param name="Carrier">Who does in the words of the finance system; nothing where it does not say.</param>
internal sealed record OpenNode(ListNode Programme, ListNode Activity, ListNode Sub, string Carrier);

/// <summary>What a list makes of the budget, and what it leaves to a person.</summary>
/// <param name="Programmes">The tree as far as it is known; a sub-activity without a sub-unit has an empty one.</param>
/// <param name="Open">Sub-activities for which a sub-unit was chosen on this page, or has to be.</param>
/// <param name="NewProgrammes">Those that the budget has not had: what they support may be said.</param>
/// <param name="Renamed">Names that differ between file and budget: code, standing name, name in the file.</param>
internal sealed record MergedList(
    IReadOnlyList<Budget.Programme> Programmes,
    IReadOnlyList<OpenNode> Open,
    IReadOnlyList<ListNode> NewProgrammes,
    IReadOnlyList<(string Code, string Standing, string InFile)> Renamed,
    IReadOnlyDictionary<string, string> Codes
)
{
    public bool LacksFund { get; init; }

    /// <summary>Names in the list that the national nomenclature has otherwise.</summary>
    public IReadOnlyList<UnlikeName> Unlike { get; init; } = [];

    public IReadOnlyList<PlanError> Errors { get; init; } = [];

    public bool IsComplete =>
        Programmes.Count > 0
        && Errors.Count == 0
        && !LacksFund
        && Programmes
            .SelectMany(one => one.Activities)
            .SelectMany(one => one.SubActivities)
            .All(sub => sub.SubUnit.Length > 0);
}

/// <summary>Puts the rows of a list, what is remembered and what was chosen together into a budget tree.</summary>
internal sealed class ListMerge
{
    private readonly BudgetListImport _import;
    private readonly ListMemory _memory;
    private readonly ListNames _names;
    private readonly ListUnits _units;
    private readonly List<(string Code, string Standing, string InFile)> _renamed = [];
    private readonly List<PlanError> _errors = [];
    private bool _lacksFund;

    private ListMerge(BudgetListImport import, ListMemory memory, IReadOnlyList<ListRow> rows, OfficePlan plan)
    {
        (_import, _memory) = (import, memory);
        _names = ListNames.Of(rows, memory);
        _units = new ListUnits(import, plan);
    }

    public static MergedList Of(
        BudgetListImport import,
        IReadOnlyList<ListRow> rows,
        OfficePlan plan,
        ListMemory memory
    )
    {
        var merge = new ListMerge(import, memory, rows, plan);
        var programmes = rows.GroupBy(row => merge.Code(row.Programme)).Select(merge.Programme).ToList();
        return new MergedList(
            programmes,
            merge._units.Open,
            [
                .. rows.Select(row => row.Programme)
                    .DistinctBy(one => one.Code)
                    .Where(one => memory.Programme(merge._names.Of(one.Code)) is null),
            ],
            merge._renamed,
            merge._names.Codes
        )
        {
            LacksFund = merge._lacksFund,
            Unlike =
            [
                .. rows.SelectMany(row => new[] { row.Programme, row.Activity, row.Sub })
                    .Distinct()
                    .Select(Nomenclature.Compare)
                    .OfType<UnlikeName>(),
            ],
            Errors = merge._errors,
        };
    }

    // Reports, texts and actions name a node by its code: it goes on under the one that it has.
    private string Code(ListNode node) => _names.Of(node.Code);

    private Budget.Programme Programme(IGrouping<string, ListRow> rows)
    {
        var first = rows.First().Programme;
        var known = _memory.Programme(_names.Of(first.Code));
        var funds = rows.Select(row => row.Fund)
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var fund = funds.Count > 0 ? string.Join("; ", funds) : known?.FundSource ?? _import.Of(ListAsked.Fund) ?? "";
        _lacksFund |= fund.Length == 0;
        return new Budget.Programme(
            rows.Key,
            Name(first, known?.Name, rows.Select(row => row.Programme)),
            known?.Indicator ?? "",
            _units.Supports(first.Code, rows.Select(row => row.Supports).FirstOrDefault(text => text.Length > 0))
                ?? known?.Supports
                ?? [],
            fund,
            [.. rows.GroupBy(row => Code(row.Activity)).Select(Activity)],
            known?.AgreementName
        );
    }

    private Budget.Activity Activity(IGrouping<string, ListRow> rows)
    {
        var first = rows.First().Activity;
        var known = _memory.Activity(_names.Of(first.Code));
        return new Budget.Activity(
            rows.Key,
            Name(first, known?.Name, rows.Select(row => row.Activity)),
            known?.Indicator ?? "",
            [.. rows.GroupBy(row => Code(row.Sub)).Select(SubActivity)]
        );
    }

    private Budget.SubActivity SubActivity(IGrouping<string, ListRow> rows)
    {
        var row = rows.First();
        var known = _memory.Sub(_names.Of(row.Sub.Code));
        return new Budget.SubActivity(
            rows.Key,
            Name(row.Sub, known?.Name, rows.Select(one => one.Sub)),
            row.Indicator.Length > 0 ? row.Indicator : known?.Indicator ?? "",
            _units.Of(row, known?.SubUnit),
            rows.Sum(one => one.Ceiling),
            Target(row) ?? known?.OutputTarget,
            _import.Of(ListAsked.Measure(row.Sub.Code)) ?? (row.Measure.Length > 0 ? row.Measure : known?.OutputMeasure)
        );
    }

    private decimal? Target(ListRow row)
    {
        var typed = _import.Of(ListAsked.Target(row.Sub.Code)) ?? row.Target;
        if (typed.Length == 0)
            return null;
        var number = new string([.. typed.TakeWhile(character => char.IsDigit(character) || character is '.' or ',')]);
        if (NumberParser.Parse(number, NumberKind.Count).Value is > 0m and var value)
            return value;
        if (_import.Of(ListAsked.Target(row.Sub.Code)) is not null)
        {
            _errors.Add(
                new PlanError(
                    ListAsked.Target(row.Sub.Code),
                    $"Target keluaran {row.Sub.Code}: dibaca \"{typed}\". Tulis angka lebih dari 0, atau kosongkan."
                )
            );
        }

        return null;
    }

    private string Name(ListNode node, string? known, IEnumerable<ListNode> all)
    {
        var printed = all.Select(one => TidyText.Line(one.Name)).FirstOrDefault(name => name.Length > 0) ?? "";
        if (known is null)
        {
            if (printed.Length == 0)
            {
                _errors.Add(
                    new PlanError(
                        "$",
                        $"Nama untuk kode {node.Code} tidak ada dalam berkas maupun anggaran sebelumnya. Sertakan kolom namanya, lalu unggah kembali."
                    )
                );
            }

            return printed;
        }

        if (printed.Length == 0 || SheetTable.Plain(printed) == SheetTable.Plain(known))
            return known;
        _renamed.Add((node.Code, known, printed));
        return _import.TakesNames ? printed : known;
    }
}
