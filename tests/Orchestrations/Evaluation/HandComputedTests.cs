using System.Globalization;
using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>Seventy cases of which a person worked out the answers; hand-computed.txt says who and how.</summary>
public sealed class HandComputedTests
{
    public static TheoryData<string> Cases =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Evaluation", "hand-computed.txt"))
                .Where(line => line.Length > 0 && line[0] != '#'),
        ];

    [Fact]
    public void There_are_seventy_of_them() => Assert.Equal(70, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_evaluation_says_what_was_worked_out_by_hand(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var figures = cells[7].Split(' ');
        var upTo = (Quarter)figures.Length;
        var indicator = IndicatorOf(cells);
        var input = InputOf(cells, indicator, figures);
        var evaluated = QuarterEvaluator.Evaluate(input, upTo).Indicators[0];
        var own = evaluated.Quarters[^1].Achievement;
        Assert.Equal(
            (cells[8], cells[9], cells[10], cells[11]),
            (
                Like(cells[8], evaluated.Realisation),
                own.Note == Achievements.NotDueNote ? "belum" : Like(cells[9], own.Exact),
                Like(cells[10], evaluated.Achievement.Exact),
                Like(cells[11], YearForecasts.Of(indicator, evaluated, upTo)?.Value)
            )
        );
    }

    private static Indicator IndicatorOf(string[] cells) =>
        SeedYear.Reform with
        {
            Kind = Enum.Parse<ValueKind>(cells[1]),
            Multiplier = int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var own)
                ? own
                : null,
            Polarity = Enum.Parse<Polarity>(cells[3]),
            Consolidation = Enum.Parse<Consolidation>(cells[4]),
            NumeratorLabel = "Pembilang",
            DenominatorLabel = "Penyebut",
            Words = cells[1] == "Text" ? "AA = 100; A = 90; BB = 80; B = 70; CC = 60; C = 50; D = 0" : null,
        };

    private static EvaluationInput InputOf(string[] cells, Indicator indicator, string[] figures)
    {
        var quarterly = cells[5].Split(' ').Select(Number).ToList();
        var year = cells[6].Split("..");
        var target = new AnnualTarget(
            "rb",
            Number(year[0]),
            year.Length > 1 ? Number(year[1]) : null,
            char.IsLetter(year[0][0]) ? year[0] : null,
            quarterly.Count == 4 ? quarterly : null
        );
        var input = SeedYear
            .With(indicator)
            .With(policy =>
                policy with
                {
                    Minimise = cells[2] == "B" ? MinimiseFormula.B : MinimiseFormula.A,
                    ZeroTarget = cells[2] == "Z" ? ZeroTarget.ReachedOrMissed : ZeroTarget.NotComputed,
                    WordedTarget = cells[2] == "W" ? WordedTarget.ReachedOrMissed : WordedTarget.ByShare,
                }
            );
        return input with
        {
            Agreement = input.Agreement with { Targets = [target] },
            Quarters = [.. figures.Select((figure, i) => new QuarterlyFigures((Quarter)(i + 1), Figures(figure), []))],
        };
    }

    private static List<IndicatorFigure> Figures(string figure) =>
        figure.Split('/') switch
        {
            ["-"] => [],
            [var part, var whole] => [new("rb", "rbak", null, Number(part), Number(whole))],
            [var word] when char.IsLetter(word[0]) => [new("rb", "rbak", null, Text: word)],
            [var value] => [new("rb", "rbak", Number(value), Explanation: "Sudah dijelaskan.")],
            _ => throw new FormatException(figure),
        };

    private static decimal? Number(string text) =>
        text == "-" || char.IsLetter(text[0])
            ? null
            : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    // 87 and 87.00 are one number; what is said is compared at two decimals.
    private static string Like(string expected, decimal? value) =>
        value is not { } said ? "-"
        : Number(expected == "belum" ? "-" : expected) == decimal.Round(said, 2, MidpointRounding.AwayFromZero)
            ? expected
        : said.ToString(CultureInfo.InvariantCulture);
}
