using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Reporting;

public class QuarterlyReportDocumentTests
{
    [Fact]
    public void A_quarter_shows_its_values_and_what_is_spent_by_its_end()
    {
        var evaluation = YearEvaluator.Evaluate(
            new EvaluationInput(Sample.Plan, SampleReport.Revised.Terms, Sample.Revision.Budget, Sample.Quarters)
        );
        var document = QuarterlyReportDocument.Build(
            Sample.Plan,
            evaluation,
            Sample.Quarters[(int)Quarter.Q4 - 1],
            SampleReport.At
        );
        var text = SampleReport.TextOf(document);
        Assert.Contains("LAPORAN KINERJA TRIWULAN IV TAHUN 2024", text, StringComparison.Ordinal);
        Assert.Contains("2.940.235.465", text, StringComparison.Ordinal);
        Assert.Contains("80,79%", text, StringComparison.Ordinal);
        Assert.Contains("Pendampingan tahun berikutnya", text, StringComparison.Ordinal);
    }
}
