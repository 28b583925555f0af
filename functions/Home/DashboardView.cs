using Sakip.Documents;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Home;

/// <summary>What the office's first page shows.</summary>
internal sealed record DashboardView
{
    public required IReadOnlyList<TimelineStep> Timeline { get; init; }

    public required string Now { get; init; }

    public required WaitingSummary Waiting { get; init; }

    public required IndicatorSummary Indicators { get; init; }

    public required BudgetSummary Budget { get; init; }

    public required FindingSummary Findings { get; init; }

    public required string BaseUrl { get; init; }

    public required int MyTasks { get; init; }
}

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

internal sealed record WaitingLine
{
    public required string Step { get; init; }

    public required string About { get; init; }

    public required string Who { get; init; }

    public required string Since { get; init; }

    public required string Due { get; init; }

    public required bool IsLate { get; init; }

    public required string Url { get; init; }
}

internal sealed record IndicatorSummary
{
    /// <summary>"sampai Triwulan II" or "Tahun 2024"; null before the first evaluation.</summary>
    public required string? Period { get; init; }

    /// <summary>"TW II" while the year runs: its targets and results are what is shown.</summary>
    public required string? Quarter { get; init; }

    public required IReadOnlyList<IndicatorLine> Rows { get; init; }

    public required IReadOnlyList<(string Label, int Count, string Colour)> Bands { get; init; }

    public required Chart? Chart { get; init; }

    public required IReadOnlyList<CourseView> Courses { get; init; }

    public required PagerView Pager { get; init; }
}

internal sealed record IndicatorLine
{
    public required string Name { get; init; }

    public required string Target { get; init; }

    public required string Realisation { get; init; }

    public required string Achievement { get; init; }

    public required string Band { get; init; }

    /// <summary>Of its band, hex; the band's label says the same.</summary>
    public required string? Colour { get; init; }

    public required string Trend { get; init; }

    public required Tone TrendTone { get; init; }

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

internal sealed record BudgetLine
{
    /// <summary>0 for the office, 1 programmes, 2 activities.</summary>
    public required int Level { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string Ceiling { get; init; }

    public required string Realisation { get; init; }

    public required string Absorption { get; init; }

    public required decimal? Percent { get; init; }

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
