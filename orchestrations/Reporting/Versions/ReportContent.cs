using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>What a version of the report says, in short, so that a later one can tell what it changed.</summary>
internal sealed record ReportContent(IReadOnlyList<PrintedFigure> Figures, IReadOnlyList<PrintedSection> Sections)
{
    // What follows from the day, the version or the review differs in every version and says nothing of a correction.
    private static readonly HashSet<string> Uncompared = ["sampul", "perubahan", "daftar-isi", "lampiran-7"];

    private static readonly DateTimeOffset AnyDay = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ReportContent Of(AnnualReportData data)
    {
        var neutral = data with
        {
            At = AnyDay.AddYears(data.Plan.Year + 1 - AnyDay.Year),
            Review = null,
            Correction = null,
            Version = 1,
            Logo = null,
            PublicAddress = null,
        };
        return new ReportContent(
            [.. data.Evaluation.Figures.Select(figure => new PrintedFigure(figure.Code, figure.Label, figure.Text))],
            [
                .. AnnualReportDocument
                    .SectionCodes.Where(code => !Uncompared.Contains(code))
                    .Select(code => new PrintedSection(
                        code,
                        TitleOf(neutral, code),
                        AnnualReportDocument.HashOfSection(neutral, code)
                    )),
            ]
        );
    }

    /// <summary>Figures printed otherwise than before, in the order of their codes.</summary>
    public IReadOnlyList<FigureChange> FiguresChangedSince(ReportContent before)
    {
        var earlier = before.Figures.ToDictionary(figure => figure.Code);
        var now = Figures.ToDictionary(figure => figure.Code);
        return
        [
            .. earlier
                .Keys.Union(now.Keys)
                .Order(StringComparer.Ordinal)
                .Select(code => (Before: earlier.GetValueOrDefault(code), Now: now.GetValueOrDefault(code)))
                .Where(pair => pair.Before?.Text != pair.Now?.Text)
                .Select(pair => new FigureChange(
                    (pair.Now ?? pair.Before)!.Code,
                    (pair.Now ?? pair.Before)!.Label,
                    pair.Before?.Text,
                    pair.Now?.Text
                )),
        ];
    }

    /// <summary>Titles of sections that say something else than before.</summary>
    public IReadOnlyList<string> SectionsChangedSince(ReportContent before)
    {
        var earlier = before.Sections.ToDictionary(section => section.Code, section => section.Hash);
        return
        [
            .. Sections
                .Where(section => earlier.GetValueOrDefault(section.Code) != section.Hash)
                .Select(section => section.Title),
        ];
    }

    private static string TitleOf(AnnualReportData data, string code) =>
        AnnualReportDocument.BuildSection(data, code).Blocks.OfType<Heading>().FirstOrDefault() is { } heading
            ? $"{heading.Number} {heading.Text}".Trim()
            : code;
}

internal sealed record PrintedFigure(string Code, string Label, string Text);

internal sealed record PrintedSection(string Code, string Title, string Hash);
