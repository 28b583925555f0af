using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Functions.Collection;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions.Planning;

/// <summary>What whoever verifies a report sees of an import of spending.</summary>
public sealed class FinanceBesideReportTests
{
    private static readonly OfficePlan Plan = PlanReader
        .Read(File.ReadAllText(Path.Combine(RehearsalOptions.Read([]).Sample, "plan.json")))
        .Value!;

    private const string Csv =
        "kode;nama;realisasi\nI.A.1;Satu;99.000.000.000\nI.A.2;Dua;2.000.000\nIV.B.9;Sub kegiatan baru;5.000.000";

    [Fact]
    public void The_verifier_reads_what_is_unlike_the_budget_and_the_reason_that_was_given()
    {
        var import = new RealisationImport(System.Text.Encoding.UTF8.GetBytes(Csv), "ekspor.csv", Quarter.Q1)
        {
            Position = new DateOnly(2024, 3, 31),
        };
        var asked = RealisationFile.Read(import, Plan, Plan.Budget, before: null);
        var kept = RealisationFile.Read(import with { Reason = "Pergeseran 12 Maret." }, Plan, Plan.Budget, null);

        Assert.True(asked.LacksReason);
        Assert.Contains(asked.Warnings, warning => warning.Message.Contains("dari pagu", StringComparison.Ordinal));
        var tables = SubmissionTables.AgainstFinance(Plan, Report("I.A.1"), kept.Realisation);
        Assert.Equal(
            [
                ("Realisasi I.A.1 Rp99.000.000.000 melebihi pagu ", "Pergeseran 12 Maret."),
                ("Sub kegiatan IV.B.9 tidak ada dalam anggaran yang berlaku", "Pergeseran 12 Maret."),
            ],
            tables[1].Rows.Select(row => (Start(row[0]), row[1]))
        );
        // Another sub-unit's verifier is not told of what is not his, but of what no plan has.
        Assert.StartsWith(
            "Sub kegiatan IV.B.9",
            Assert.Single(SubmissionTables.AgainstFinance(Plan, Report("I.A.2"), kept.Realisation)[1].Rows)[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_nothing_was_imported_or_nothing_is_unlike_the_budget_there_is_no_such_table()
    {
        Assert.Empty(SubmissionTables.AgainstFinance(Plan, Report("I.A.1"), null));
        var plain = new BudgetRealisation(Quarter.Q1, new DateOnly(2024, 3, 31), "x", [new("I.A.1", 1m)]);
        Assert.Single(SubmissionTables.AgainstFinance(Plan, Report("I.A.1"), plain));
    }

    private static string Start(string text) =>
        text.Contains("melebihi pagu", StringComparison.Ordinal)
            ? text[..(text.IndexOf("pagu ", StringComparison.Ordinal) + 5)]
            : text[..text.IndexOf(';', StringComparison.Ordinal)];

    private static Submission Report(string subActivity) =>
        new([], [new SubActivityFigure(subActivity, "satu", 1m, 1m)]);
}
