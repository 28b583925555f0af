using System.Globalization;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>The order of words for a target that is no number.</summary>
public sealed class WordScaleTests
{
    [Theory]
    [InlineData("WTP = 100; WDP = 75; TW = 25; TMP = 0", "WTP = 100; WDP = 75; TW = 25; TMP = 0")]
    [InlineData("Terakreditasi A: 100\nTerakreditasi B: 87,5", "Terakreditasi A = 100; Terakreditasi B = 87.5")]
    [InlineData("  A=100 ;  BB = 80%; ", "A = 100; BB = 80")]
    public void An_order_of_words_is_read(string typed, string read) =>
        Assert.Equal(
            read,
            string.Join(
                "; ",
                WordScale
                    .Parse(typed)!
                    .Shares.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Word} = {one.Share:0.##}"))
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("A, BB, B")]
    [InlineData("A = 100")]
    [InlineData("B = 70; A = 90")]
    [InlineData("A = 100; a = 90")]
    [InlineData("A = 120; B = 90")]
    [InlineData("A = seratus; B = 90")]
    public void What_is_no_order_of_words_is_not(string typed) => Assert.Null(WordScale.Parse(typed));

    [Fact]
    public void A_target_outside_its_words_is_refused_with_the_words()
    {
        var errors = Check("BBB");

        Assert.Contains(
            "Diharapkan salah satu dari: A, BB, B.",
            Assert.Single(errors).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Check("bb"));
    }

    private static IReadOnlyList<PlanError> Check(string target)
    {
        var indicator = Sample.Plan.StrategicPlan.Indicators().First() with
        {
            Kind = ValueKind.Text,
            Words = "A = 90; BB = 80; B = 70",
            Targets = [],
        };
        var faults = new Faults();
        TargetRules.Word(indicator, null, target, "$.annualPlan.targets[0]", faults);
        return faults.All;
    }
}
