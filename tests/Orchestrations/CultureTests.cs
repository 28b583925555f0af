using System.Globalization;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Evaluation;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations;

/// <summary>The machine's language changes no number, no order and no finding.</summary>
public sealed class CultureTests
{
    private static readonly string Report = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", "laporan.json")
    );

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void A_year_is_read_evaluated_and_checked_the_same(string language)
    {
        var (before, expected) = (CultureInfo.CurrentCulture, Everything());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Everything() =>
        [
            CanonicalJson.Serialize(YearEvaluator.Evaluate(SeedYear.Input)),
            CanonicalJson.Serialize(ReportChecker.Check(Report)),
            SakipJson.Text(
                PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(Sample.Plan, [Sample.Revision]))).Plan
            ),
            Subject.Parse("quarter.biro.2024.q1")!.InstanceId,
            InstanceIds.Cycle(new OfficeYear("biro-inti", 2024)),
            Keys.Partition(new AgreementSubject(new OfficeYear("biro-inti", 2024), 12)),
        ];
}
