using Sakip.Documents;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Home;

/// <summary>What the office's first page shows.</summary>
internal sealed record DashboardView(
    IReadOnlyList<TimelineStep> Timeline,
    string Now,
    WaitingSummary Waiting,
    IndicatorSummary Indicators,
    IReadOnlyList<BudgetLine> Budget,
    FindingSummary Findings,
    string BaseUrl,
    int MyTasks
);

/// <param name="When">What is known of its time: a day, a window, who is late.</param>
internal sealed record TimelineStep(string Name, string State, string When, TimelineState Kind);

internal enum TimelineState
{
    Later,
    Now,
    Done,
}

/// <param name="Rows">The oldest few.</param>
internal sealed record WaitingSummary(int Count, IReadOnlyList<WaitingCount> Kinds, IReadOnlyList<WaitingLine> Rows);

internal sealed record WaitingCount(string Step, int Count, string Oldest);

internal sealed record WaitingLine(
    string Step,
    string About,
    string Who,
    string Since,
    string Due,
    bool IsLate,
    string? Url
);

/// <param name="Period">"Triwulan II" or "Tahun 2024"; null before the first evaluation.</param>
internal sealed record IndicatorSummary(
    string? Period,
    IReadOnlyList<IndicatorLine> Rows,
    IReadOnlyList<(string Label, int Count, string Colour)> Bands,
    Chart? Chart,
    PagerView Pager
);

/// <param name="Colour">Of its band, hex; the band's label says the same.</param>
internal sealed record IndicatorLine(
    string Name,
    string Target,
    string Realisation,
    string Achievement,
    string Band,
    string? Colour,
    string Trend,
    Tone TrendTone
);

/// <param name="Level">0 for the office, 1 programmes, 2 activities.</param>
internal sealed record BudgetLine(
    int Level,
    string Number,
    string Name,
    string Ceiling,
    string Realisation,
    string Absorption,
    decimal? Percent
);

internal sealed record FindingSummary(int Blockers, int Warnings, int Infos, int Explained, string? Url);

/// <summary>The first page for machines.</summary>
internal sealed record YearOverview(
    IReadOnlyList<TimelineStep> Timeline,
    int Waiting,
    string? Period,
    IReadOnlyList<IndicatorLine> Indicators,
    IReadOnlyList<BudgetLine> Budget,
    FindingSummary Findings
);
