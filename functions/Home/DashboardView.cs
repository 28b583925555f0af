using Sakip.Documents;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Home;

/// <summary>What the office's first page shows.</summary>
internal sealed record DashboardView(
    IReadOnlyList<TimelineStep> Timeline,
    string Now,
    WaitingSummary Waiting,
    IndicatorSummary Indicators,
    BudgetSummary Budget,
    FindingSummary Findings,
    string BaseUrl,
    int MyTasks
);

/// <param name="When">What is known of its time: a day, a window, how late.</param>
internal sealed record TimelineStep(string Name, string State, string When, TimelineState Kind)
{
    /// <summary>The page where the stage is worked on.</summary>
    public string? Url { get; init; }

    /// <summary>The stage as a sentence, for the one that is under way.</summary>
    public string? Sentence { get; init; }
}

internal enum TimelineState
{
    Later,
    Now,
    Done,
}

/// <param name="Rows">The most urgent few, or all.</param>
/// <param name="AllUrl">Where all are shown; null where they are.</param>
internal sealed record WaitingSummary(
    int Count,
    IReadOnlyList<WaitingCount> Kinds,
    IReadOnlyList<WaitingLine> Rows,
    string? AllUrl
);

internal sealed record WaitingCount(string Step, int Count, string Oldest);

internal sealed record WaitingLine(
    string Step,
    string About,
    string Who,
    string Since,
    string Due,
    bool IsLate,
    string Url
);

/// <param name="Period">"sampai Triwulan II" or "Tahun 2024"; null before the first evaluation.</param>
/// <param name="Quarter">"TW II" while the year runs: its targets and results are what is shown.</param>
internal sealed record IndicatorSummary(
    string? Period,
    string? Quarter,
    IReadOnlyList<IndicatorLine> Rows,
    IReadOnlyList<(string Label, int Count, string Colour)> Bands,
    Chart? Chart,
    IReadOnlyList<CourseView> Courses,
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
)
{
    /// <summary>Where the figure's origin is shown.</summary>
    public string? Url { get; init; }

    /// <summary>The year's target, where <see cref="Target"/> is a quarter's.</summary>
    public string? YearTarget { get; init; }

    /// <summary>The achievement of the year's target so far, where <see cref="Achievement"/> is a quarter's.</summary>
    public string? YearAchievement { get; init; }

    /// <summary>The same in percent.</summary>
    public decimal? YearShare { get; init; }

    /// <summary>The achievement in percent, for the chart.</summary>
    public decimal? Share { get; init; }
}

/// <param name="Source">Whose figures they are, where it is not the finance system; null where it is, and before any.</param>
/// <param name="Course">Spending over the quarters against an even pace; null before the first evaluation.</param>
internal sealed record BudgetSummary(IReadOnlyList<BudgetLine> Rows, string? Source, CourseView? Course);

/// <param name="Level">0 for the office, 1 programmes, 2 activities.</param>
internal sealed record BudgetLine(
    int Level,
    string Number,
    string Name,
    string Ceiling,
    string Realisation,
    string Absorption,
    decimal? Percent
)
{
    /// <summary>The line in the budget's page.</summary>
    public string? Url { get; init; }

    /// <summary>What would be spent by now at an even pace, in percent; null before the first evaluation.</summary>
    public decimal? Pace { get; init; }
}

internal sealed record FindingSummary(int Blockers, int Warnings, int Infos, int Explained, string Url);

/// <summary>The first page for machines.</summary>
internal sealed record YearOverview(
    IReadOnlyList<TimelineStep> Timeline,
    int Waiting,
    string? Period,
    IReadOnlyList<IndicatorLine> Indicators,
    IReadOnlyList<BudgetLine> Budget,
    FindingSummary Findings
);
