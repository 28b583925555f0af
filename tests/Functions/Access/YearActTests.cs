using Azure.Data.Tables;
using Sakip.Functions.Access;
using Sakip.Kernel;
using Sakip.Rehearsal;
using Sakip.Storage;

namespace Sakip.Tests.Functions.Access;

/// <summary>Every act that changes a year, by page and by API, in every state that the year may have.</summary>
public sealed class YearActTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Refusal = "Tahun sudah selesai";

    private static readonly string[] People =
    [
        "tiga.belas.dewanti@contoh.example",
        "delapan.belas.rahayu@contoh.example",
    ];

    /// <summary>Written by hand, apart from the app's own table: who is not named here is taken at any time.</summary>
    private static readonly string[] NotWhenClosed =
    [
        "ChangeLink",
        "ChangeOfficial",
        "FindingExplain",
        "FindingPost",
        "FindingRule",
        "NarrativeReplace",
        "NarrativeText",
        "OpenStepAct",
        "OpenStepDelegate",
        "RecheckReport",
        "ReportRecheck",
        "SettingsHolidays",
        "YearChangeOfficial",
        "YearChangeOfficialPreview",
    ];

    private static readonly string[] OnlyWhileItRuns =
    [
        "AgreementAct",
        "AgreementCancel",
        "AgreementRequest",
        "AgreementRevise",
        "BudgetListImport",
        "BudgetListPreview",
        "BudgetListUpload",
        "BudgetRealisationPreview",
        "BudgetRealisationUpload",
        "BudgetRevisionPreview",
        "BudgetRevisionUpload",
        "ChangeOrganisation",
        "ChangeStrategicPlan",
        "ExtendWindow",
        "ImportPlan",
        "ImportPlanPreview",
        "PostAgreementAct",
        "PostAgreementsCall",
        "PostAgreementsDraft",
        "QuarterPost",
        "RealisationImport",
        "RecheckQuarter",
        "RedraftAgreement",
        "ReopenQuarter",
        "ReplacePlan",
        "ReviseBudget",
        "SettingsPolicy",
        "SettingsPosts",
        "SettingsSubUnits",
        "SettingsWindows",
        "YearChangeIndicator",
        "YearChangeOrganisation",
        "YearChangePreview",
        "YearChangeStrategic",
    ];

    private static IEnumerable<HttpFunction> Acts =>
        HttpFunction.All.Where(function =>
            function.Route.Contains("{unit}", StringComparison.Ordinal)
            && function.Route.Contains("{year", StringComparison.Ordinal)
            && function.Tried().Any(method => method != HttpMethod.Get)
        );

    [Fact]
    public void Every_function_that_changes_a_year_says_until_when_the_year_takes_it() =>
        Assert.Equal([], Acts.Where(act => YearActs.Of(act.Name) is null).Select(act => act.Name));

    [Fact]
    public async Task Every_act_is_refused_with_the_way_out_or_carried_out_as_the_year_stands()
    {
        await office.StartYearAsync();
        using var planner = await Person.SignedInAsync(office, People[0]);
        using var administrator = await Person.SignedInAsync(office, People[1]);
        var tokens = new Dictionary<Person, string>
        {
            [planner] = await TokenAsync(planner),
            [administrator] = await TokenAsync(administrator),
        };
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<OfficeYearState>().Order())
        {
            await SetAsync(state);
            foreach (var act in Acts)
            {
                var person = act.Expected!.Contains(Who.Planner) ? planner : administrator;
                foreach (var method in act.Tried().Where(method => method != HttpMethod.Get))
                {
                    var (status, said) = await TryAsync(act, method, person, tokens[person]);
                    var isRefused = status == 409 && said.Contains(Refusal, StringComparison.Ordinal);
                    var isExpected =
                        state != OfficeYearState.Running && OnlyWhileItRuns.Contains(act.Name)
                        || state == OfficeYearState.Closed && NotWhenClosed.Contains(act.Name);
                    // Whoever builds a year again that nothing carries is refused by the act itself.
                    isExpected |= act.Name == "RebuildYear" && state != OfficeYearState.Running;
                    var hasWayOut = said.Contains("perbaik", StringComparison.Ordinal) || act.Name == "RebuildYear";
                    if (isRefused != isExpected || (isRefused && !hasWayOut) || status is 401 or >= 500)
                        wrong.Add($"{state}: {method} {act.Name}: {status}");
                }
            }
        }

        await SetAsync(OfficeYearState.Running);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<(int Status, string Said)> TryAsync(
        HttpFunction act,
        HttpMethod method,
        Person person,
        string token
    )
    {
        if (act.Expected!.Contains(Who.Key))
        {
            using var request = new HttpRequestMessage(method, act.Path());
            request.Headers.Add("x-functions-key", office.FunctionKey);
            using var byKey = await office.Http.SendAsync(request, RunningOffice.Cancellation);
            return ((int)byKey.StatusCode, await byKey.Content.ReadAsStringAsync(RunningOffice.Cancellation));
        }

        var form = new Dictionary<string, string> { [FormTokens.Field] = token };
        using var answer = await person.SendAsync(method, act.Path(), form);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private static async Task<string> TokenAsync(Person person)
    {
        using var page = await person.GetAsync("kantor/biro-organisasi/2024/pengaturan/hari-libur");
        return PageForm.Read(await page.Content.ReadAsStringAsync(RunningOffice.Cancellation))!.Fields[
            FormTokens.Field
        ];
    }

    private async Task SetAsync(OfficeYearState state) =>
        await new TableServiceClient(StoredRows.Connection(office.Options))
            .GetTableClient("Years")
            .UpdateEntityAsync(
                new TableEntity(OfficeYearRow.Partition, Keys.Partition(new OfficeYear("biro-organisasi", 2024)))
                {
                    ["State"] = $"{state}",
                },
                Azure.ETag.All,
                TableUpdateMode.Merge,
                RunningOffice.Cancellation
            );
}
