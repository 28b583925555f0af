using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>The data of a report with what its sections ask for again and again.</summary>
internal sealed class ReportContext(AnnualReportData data)
{
    private readonly Rounding _rounding = new(data.Plan.Policy);

    public AnnualReportData Data => data;

    public OfficePlan Plan => data.Plan;

    public YearEvaluation Evaluation => data.Evaluation;

    public int Year => data.Plan.Year;

    public string Unit => data.Plan.Unit.Name;

    public string ShortUnit => data.Plan.Unit.ShortName;

    public FigureRegister Figures { get; } = new(data.Evaluation.Figures);

    public OfficeDirectory Directory { get; } = new(data.Plan);

    public DateOnly Today => data.Plan.Zone.DateAt(data.At);

    /// <summary>The strategic plan at the year's end, without what was retired.</summary>
    public StrategicPlan Standing { get; } = IndicatorTerms.In(data.Plan, Quarter.Q4).Plan();

    public ChangeNotes Changes { get; } = new(data.Plan);

    public string Period => $"{Plan.StrategicPlan.StartYear}–{Plan.StrategicPlan.EndYear}";

    public IEnumerable<(Objective Objective, IReadOnlyList<IndicatorEvaluation> Indicators)> ByObjective() =>
        Standing
            .Objectives()
            .Select(objective =>
                (
                    objective,
                    (IReadOnlyList<IndicatorEvaluation>)
                        [.. Evaluation.Indicators.Where(indicator => indicator.Objective == objective.Code)]
                )
            );

    public Indicator Master(IndicatorEvaluation result) =>
        Plan.StrategicPlan.Indicators().First(indicator => indicator.Code == result.Code);

    /// <summary>The text of a section; where nobody wrote one, what follows from data, or nothing.</summary>
    public IReadOnlyList<Block> Narrative(string section, Func<IReadOnlyList<Block>>? otherwise = null)
    {
        _asked.Add(section);
        return
            Plan.Report.Narratives.FirstOrDefault(text => text.Section == section) is { } text
            && !string.IsNullOrWhiteSpace(text.Body)
            ? NarrativeBlocks.Parse(text.Body, Figures).From(PartSource.Narrative)
            : otherwise?.Invoke() ?? [];
    }

    /// <summary>The texts that were asked for so far.</summary>
    public IReadOnlySet<string> Asked => _asked;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The text of a section that has nothing else under its heading; that it is still to come where nobody wrote it.</summary>
    public IReadOnlyList<Block> Told(string section) =>
        Narrative(
            section,
            () =>
                [new Paragraph("Uraian bagian ini belum disampaikan.", ParagraphStyle.Flush).From(PartSource.Register)]
        );

    /// <summary>A percentage as the table prints it; "-" where there is none.</summary>
    public string Percent(Computed value, string table) =>
        value.Rounded is { } rounded ? IndonesianNumber.Percent(rounded, _rounding.Decimals(table)) : "-";

    public Cell PercentCell(Computed value, string table, CellFormula? formula = null) =>
        value.Exact is { } exact
            ? Cell.Number(
                exact,
                Percent(value, table),
                NumberFormats.PercentOf(_rounding.Decimals(table)),
                formula
            ) with
            {
                Alignment = Alignment.Centre,
            }
            : Cells.Centre("-");

    /// <summary>A value of an indicator as printed, with % for percentages; "-" where absent.</summary>
    public static string Show(Indicator indicator, decimal? value) =>
        value is { } known
            ? IndonesianNumber.Natural(known, indicator.Precision) + (indicator.Kind == ValueKind.Percent ? "%" : "")
            : "-";

    public static string Roman(Quarter quarter) => "TW " + quarter.Roman();
}
