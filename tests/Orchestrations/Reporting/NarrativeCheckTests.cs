using Sakip.Evaluation;
using Sakip.Reporting;

namespace Sakip.Tests.Orchestrations.Reporting;

public class NarrativeCheckTests
{
    private static readonly IReadOnlyList<Figure> Figures = SampleReport.Data.Evaluation.Figures;

    [Theory]
    [InlineData("Capaian sebesar {{capaian.rb}} dari target {{target.rb}}.")]
    [InlineData("Capaian sebesar {{capaian.RB}}.")]
    [InlineData("Serapan {{ serapan }} pada tahun {{tahun}}.")]
    public void A_text_with_known_placeholders_passes(string text)
    {
        var verdict = Check(text);
        Assert.True(verdict.Passes, string.Join("; ", verdict.Errors));
        Assert.DoesNotContain(
            "{{",
            string.Join(' ', DocumentText.Of(NarrativeBlocks.Parse(text, new FigureRegister(Figures)))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_unknown_placeholder_is_refused_with_the_ones_that_may_be_meant()
    {
        var verdict = Check("Capaian {{capaian.rbb}} meningkat.");

        Assert.False(verdict.Passes);
        var unknown = Assert.Single(verdict.Unknown);
        Assert.Equal("capaian.rbb", unknown.Code);
        Assert.Contains("capaian.rb", unknown.Suggestions);
        Assert.Contains("Mungkin maksudnya: {{capaian.rb}}", verdict.Errors[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "belum diisi")]
    [InlineData("   \n ", "belum diisi")]
    [InlineData("Capaian {{capaian.rb} baik.", "belum berpasangan")]
    public void An_empty_text_and_a_broken_placeholder_are_refused(string text, string why) =>
        Assert.Contains(Check(text).Errors, error => error.Contains(why, StringComparison.Ordinal));

    [Fact]
    public void A_text_longer_than_twenty_thousand_letters_is_refused() =>
        Assert.Contains(
            "20.000",
            Assert.Single(Check(new string('a', NarrativeCheck.Longest + 1)).Errors),
            StringComparison.Ordinal
        );

    [Fact]
    public void Typed_digits_that_a_figure_prints_are_pointed_out_and_no_error()
    {
        var verdict = Check("Realisasi anggaran Rp2.940.235.465 atau 80,79%.");

        Assert.True(verdict.Passes);
        Assert.Contains(
            verdict.Hints,
            hint => hint.Contains("80,79%", StringComparison.Ordinal) && hint.Contains("{{", StringComparison.Ordinal)
        );
    }

    private static NarrativeVerdict Check(string text) => NarrativeCheck.Of(text, new FigureRegister(Figures), Figures);
}
