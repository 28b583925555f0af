using System.Net;
using System.Text;
using Sakip.Planning;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions.Planning;

/// <summary>A shift of the budget inside an activity, from its file to the pages and letters that follow.</summary>
public sealed class NotedBudgetPageTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Root = "kantor/biro-organisasi/2024";

    [Fact]
    public async Task A_shift_that_changes_no_figure_of_the_agreement_is_noted_and_asks_for_no_signature()
    {
        await office.OpenSignaturesAsync();
        await office.SignAsBothPartiesAsync();
        var plan = PlanReader.Read(office.Sample("plan.json")).Value!;
        var code = plan.Roles.First(role => role.Role == OfficeRole.Planner).Official;
        var planner = plan.Officials.Single(one => one.Code == code);
        using var person = await Person.SignedInAsync(office, planner.Email);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/offices/biro-organisasi/2024/budget-revisions")
        {
            Content = new StringContent(Shift(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-functions-key", office.FunctionKey);

        using var accepted = await office.Http.SendAsync(request, RunningOffice.Cancellation);
        await office.SettleAsync();
        office.Mailbox.Look();
        var letter = office.Mailbox.Letters.Single(one =>
            one.Subject.StartsWith("Dicatat tanpa perubahan perjanjian", StringComparison.Ordinal)
        );
        using var budget = await person.GetAsync(Root + "/anggaran");
        var shown = await budget.Content.ReadAsStringAsync(RunningOffice.Cancellation);
        using var agreement = await person.GetAsync(Root + "/perjanjian/1");

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(planner.Email, letter.To);
        Assert.Contains("Dicatat tanpa perubahan perjanjian.", shown);
        Assert.Equal(HttpStatusCode.NotFound, agreement.StatusCode);
    }

    private string Shift() =>
        File.ReadAllText(
            Path.Combine(
                office.Options.Sample,
                "../../../tests/Orchestrations/Planning/Cases/s04-pergeseran-dalam-kegiatan.json"
            )
        );
}
