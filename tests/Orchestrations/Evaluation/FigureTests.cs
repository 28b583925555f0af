using Sakip.Evaluation;

namespace Sakip.Tests.Orchestrations.Evaluation;

public sealed class FigureTests
{
    private readonly YearEvaluation _year = YearEvaluator.Evaluate(SeedYear.Input);

    [Fact]
    public void Placeholders_are_filled_and_unknown_ones_named()
    {
        var filled = new FigureRegister(_year.Figures).Fill(
            "Capaian {{capaian.rb}} dari target {{target.rb}}; serapan {{serapan}} dari {{pagu}}; {{tidak.ada}}; {{ serapan.3 }}."
        );
        Assert.Equal(
            "Capaian 100% dari target 87%; serapan 80,79% dari Rp3.639.196.510; {{tidak.ada}}; 75,33%.",
            filled.Text
        );
        Assert.Equal(["tidak.ada"], filled.Unknown);
        Assert.Empty(filled.Absent);
    }

    [Fact]
    public void Counts_are_filled_in_digits_and_words() =>
        Assert.Equal(
            "4 (empat) program, 9 (sembilan) kegiatan dan 22 (dua puluh dua) sub kegiatan",
            new FigureRegister(_year.Figures)
                .Fill(
                    "{{jumlah.program}} program, {{jumlah.kegiatan}} kegiatan dan {{jumlah.subkegiatan}} sub kegiatan"
                )
                .Text
        );

    [Fact]
    public void A_figure_tells_formula_inputs_and_who_reported_them()
    {
        var provenance = new Provenance(
            "report:biro-org:2024:q4:rbak:r1",
            1,
            "pegawai-1",
            DateTimeOffset.UnixEpoch,
            "pegawai-2",
            DateTimeOffset.UnixEpoch,
            ["sha256:ab"]
        );
        var quarter = SeedYear.Input.Quarters[0];
        var year = YearEvaluator.Evaluate(
            SeedYear.Input with
            {
                Quarters =
                [
                    quarter with
                    {
                        Indicators = quarter
                            .Indicators.Select(figure => figure with { Provenance = provenance })
                            .ToList(),
                    },
                ],
            }
        );

        var achievement = year.Trace("capaian.rb")!;
        Assert.Equal("realisasi / target × 100", achievement.Formula);
        Assert.Equal(1, achievement.PolicyVersion);
        var reported = year.Trace(achievement.Inputs[0].Figure!)!.Inputs[0];
        Assert.Equal("rbak", reported.SubUnit);
        Assert.Equal(provenance, reported.Provenance);
    }

    [Fact]
    public void Every_input_that_names_a_figure_names_one_that_exists()
    {
        var register = new FigureRegister(_year.Figures);
        var named = _year.Figures.SelectMany(figure => figure.Inputs).Select(input => input.Figure).OfType<string>();
        Assert.All(named, code => Assert.NotNull(register.Find(code)));
    }

    [Fact]
    public void An_absent_figure_is_a_dash_and_is_reported()
    {
        var year = YearEvaluator.Evaluate(SeedYear.Input with { Quarters = [SeedYear.Year(null, 56m)] });
        var filled = new FigureRegister(year.Figures).Fill("{{realisasi.rb}} dan {{capaian.rb}}");
        Assert.Equal("- dan -", filled.Text);
        Assert.Equal(["realisasi.rb", "capaian.rb"], filled.Absent);
    }
}
