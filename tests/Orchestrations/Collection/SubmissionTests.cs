using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Collection;

/// <summary>When the report form asks for an explanation, and when it refuses a number.</summary>
public sealed class SubmissionTests
{
    private static readonly OfficePlan Plan = Sakip.Tests.Orchestrations.Planning.Sample.Plan;
    private static readonly Indicator Rb = Plan.StrategicPlan.Indicators().Single(one => one.Code == "rb");
    private static readonly Budget.SubActivity Sub = Plan
        .Budget.SubActivities()
        .First(one => one.SubUnit == "rb-akuntabilitas");

    [Theory]
    [InlineData("56", "700", "1250", true)]
    [InlineData("55,99", "700", "1250", false)]
    [InlineData("33", "1", "3", true)]
    [InlineData("33,33", "1", "3", true)]
    [InlineData("33,4", "1", "3", false)]
    [InlineData("", "1", "3", true)]
    public void A_typed_value_agrees_with_its_parts_within_its_own_rounding(
        string value,
        string numerator,
        string denominator,
        bool isTaken
    )
    {
        var errors = Errors(null, Quarter.Q1, ("nilai", value), ("pembilang", numerator), ("penyebut", denominator));

        Assert.Equal(isTaken, !errors.ContainsKey("indikator.rb.nilai"));
    }

    [Fact]
    public void A_value_that_falls_is_explained()
    {
        var before = Figures(80m);

        Assert.Contains("memburuk", Errors(before, Quarter.Q2, ("nilai", "79"))["indikator.rb.penjelasan"]);
        Assert.Empty(Errors(before, Quarter.Q2, ("nilai", "82")));
        Assert.Empty(
            Errors(before, Quarter.Q2, ("nilai", "79"), ("penjelasan", "Dua perangkat daerah turun kategori."))
        );
    }

    [Fact]
    public void A_value_that_leaves_its_band_is_explained_even_when_it_rises()
    {
        // 50 of 80 is Rendah; 70 of 82 is Tinggi.
        Assert.Contains(
            "Peringkat berpindah",
            Errors(Figures(50m), Quarter.Q2, ("nilai", "70"))["indikator.rb.penjelasan"]
        );
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(20, true)]
    [InlineData(41, false)]
    public void Spending_and_progress_that_part_by_more_than_twenty_points_are_explained(int physical, bool isTaken)
    {
        var spending = (
            Sub.Ceiling
            * (
                physical == 41 ? 0.2m
                : physical == 40 ? 0.2m
                : 0.4m
            )
        ).ToString("0", null);
        var form = new Dictionary<string, string>
        {
            [SubmissionForm.SubActivity(Sub.Code, "serapan")] = spending,
            [SubmissionForm.SubActivity(Sub.Code, "fisik")] = $"{physical}",
        };

        var reading = SubmissionForm.Read(Sheet(null, Quarter.Q1), "rb-akuntabilitas", form);

        Assert.Equal(isTaken, !reading.Errors.ContainsKey(SubmissionForm.SubActivity(Sub.Code, "keterangan")));
    }

    [Fact]
    public void Absent_is_not_zero_and_needs_no_explanation()
    {
        var reading = SubmissionForm.Read(
            Sheet(Figures(80m), Quarter.Q2),
            "rb-akuntabilitas",
            new Dictionary<string, string>()
        );

        Assert.Empty(reading.Errors);
        Assert.Null(reading.Submission!.Indicators.Single().Value);
        Assert.All(reading.Submission.Actions!, action => Assert.Null(action.Progress));
    }

    [Theory]
    [InlineData("BB", null)]
    [InlineData("A", null)]
    [InlineData("B", "memburuk dari BB menjadi B")]
    [InlineData("Baik", "Pilih salah satu: A, BB, B.")]
    public void A_result_in_words_is_one_of_the_words_and_a_lower_one_is_explained(string typed, string? error)
    {
        var before = new QuarterlyFigures(
            Quarter.Q1,
            [new IndicatorFigure("rb", "rb-akuntabilitas", null, Text: "BB")],
            []
        );
        var sheet = Sheet(before, Quarter.Q2) with
        {
            Indicators = [Rb with { Kind = ValueKind.Text, NumeratorLabel = null, Words = "A = 90; BB = 80; B = 70" }],
        };

        var reading = SubmissionForm.Read(
            sheet,
            "rb-akuntabilitas",
            new Dictionary<string, string> { [SubmissionForm.Indicator("rb", "nilai")] = typed }
        );

        if (error is null)
            Assert.Empty(reading.Errors);
        else
            Assert.Contains(error, Assert.Single(reading.Errors).Value, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Errors(
        QuarterlyFigures? before,
        Quarter quarter,
        params (string Field, string Text)[] typed
    ) =>
        SubmissionForm
            .Read(
                Sheet(before, quarter),
                "rb-akuntabilitas",
                typed.ToDictionary(one => SubmissionForm.Indicator("rb", one.Field), one => one.Text)
            )
            .Errors;

    private static QuarterlyFigures Figures(decimal value) =>
        new(Quarter.Q1, [new IndicatorFigure("rb", "rb-akuntabilitas", value)], []);

    private static SubmissionSheet Sheet(QuarterlyFigures? before, Quarter quarter) =>
        new()
        {
            Quarter = quarter,
            Indicators = [Rb],
            SubActivities = [Sub],
            Actions = [.. Plan.ActionPlan.Where(item => item.SubUnit == "rb-akuntabilitas")],
            Budget = Plan.Budget,
            Terms = new AgreementTerms(0, new DateOnly(2024, 1, 9), 0, Plan.AnnualPlan.Targets),
            Before = before,
            Returned = null,
            Scale = Plan.RatingScale,
            Policy = Plan.Policy,
        };
}
