using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>From a figure down to who reported what, when, on which evidence.</summary>
public sealed class FigureTraceTests
{
    private static readonly Provenance Told = new(
        "report:biro-org:2024:q4:rbak:r1",
        1,
        "p01",
        DateTimeOffset.UnixEpoch,
        "p02",
        DateTimeOffset.UnixEpoch,
        ["sha256:ab"]
    );

    private static readonly YearEvaluation Year = YearEvaluator.Evaluate(
        SeedYear.Input with
        {
            Quarters =
            [
                .. SeedYear.Input.Quarters.Select(quarter =>
                    quarter with
                    {
                        Indicators = [.. quarter.Indicators.Select(figure => figure with { Provenance = Told })],
                        SubActivities = [.. quarter.SubActivities.Select(figure => figure with { Provenance = Told })],
                    }
                ),
            ],
        }
    );

    [Fact]
    public void One_call_tells_formula_policy_inputs_reporter_time_and_evidence()
    {
        var traced = FigureTraces.Of(Year, "year", "efisiensi.rb", official => "Nama " + official)!;
        Assert.Equal(
            ("capaian kinerja / capaian anggaran × 100", 1),
            (traced.Figure.Formula, traced.Figure.PolicyVersion)
        );
        Assert.Contains(traced.Parts, part => part.Figure?.Code == "realisasi.rb");
        var reported = traced.Reports.First(report => report.Figure == "realisasi.rb");
        Assert.Equal(("Nama p01", "Nama p02", "rbak"), (reported.Reporter, reported.Verifier, reported.SubUnit));
        Assert.Equal(
            (DateTimeOffset.UnixEpoch, "sha256:ab"),
            (reported.Provenance.SubmittedAt!.Value, reported.Provenance.Evidence[0])
        );
    }

    [Fact]
    public void Every_computed_figure_can_be_traced_to_where_it_came_from() =>
        Assert.All(
            Year.Figures.Where(figure => figure.Kind is FigureKind.Percent or FigureKind.Rupiah),
            figure =>
            {
                var traced = FigureTraces.Of(Year, "year", figure.Code, official => official)!;
                Assert.NotEmpty(traced.Parts);
                Assert.All(
                    traced.Parts,
                    part =>
                        Assert.True(
                            part.Figure is not null || part.Input.Source is not null || part.Input.Figure is not null
                        )
                );
            }
        );

    [Fact]
    public void Codes_are_unique_and_an_unknown_one_has_no_trace()
    {
        Assert.Equal(Year.Figures.Count, Year.Figures.Select(figure => figure.Code).Distinct().Count());
        Assert.Null(FigureTraces.Of(Year, "year", "tidak.ada", official => official));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_they_are_read_back()
    {
        var json = CanonicalJson.Serialize(Year);
        Assert.Equal(json, CanonicalJson.Serialize(CanonicalJson.Deserialize<YearEvaluation>(json)));
        Assert.Equal(
            CanonicalJson.Serialize(YearEvaluator.Evaluate(SeedYear.Input)),
            CanonicalJson.Serialize(YearEvaluator.Evaluate(SeedYear.Input))
        );
    }
}
