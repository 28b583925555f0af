using System.Net;
using Sakip.Functions.Access;

namespace Sakip.Tests.Functions.Access;

/// <summary>Calls every route as everybody, and expects exactly those to be let through whom the table allows.</summary>
public sealed class RoleTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    /// <summary>Who everybody is, and what each may pass as for the sub-unit Tatalaksana.</summary>
    private static readonly (string Address, Who[] Is, Who[] ForSubUnit)[] Everybody =
    [
        ("tiga.belas.dewanti@contoh.example", [Who.Staff, Who.Planner], [Who.Planner]),
        ("sepuluh.nugraha@contoh.example", [Who.Staff, Who.Operator], [Who.Staff, Who.Operator]),
        ("delapan.permana@contoh.example", [Who.Staff, Who.Operator], []),
        ("lima.belas.ardana@contoh.example", [Who.Staff, Who.Verifier], [Who.Verifier]),
        ("enam.belas.safitri@contoh.example", [Who.Staff, Who.Verifier], []),
        ("empat.belas.kusuma@contoh.example", [Who.Staff, Who.BudgetManager], [Who.BudgetManager]),
        ("tujuh.belas.hartono@contoh.example", [Who.Staff, Who.Inspector], [Who.Inspector]),
        ("delapan.belas.rahayu@contoh.example", [Who.Staff, Who.Administrator], [Who.Staff, Who.Administrator]),
        ("lima.anggraini@contoh.example", [Who.Staff, Who.SubUnitHead], [Who.Staff, Who.SubUnitHead]),
        ("tiga.lestari@contoh.example", [Who.Staff, Who.SubUnitHead], []),
        ("satu.wijaya@contoh.example", [Who.Staff, Who.OfficeHead], [Who.OfficeHead]),
        ("dua.pratama@contoh.example", [Who.Staff, Who.Superior], [Who.Superior]),
        ("tiga.belas.dewanti@lain.example", [], []),
        ("sepuluh.nugraha@lain.example", [], []),
    ];

    [Fact]
    public async Task Every_route_lets_through_exactly_those_who_are_allowed()
    {
        await office.StartYearAsync();
        await StartOtherOfficeAsync();
        var wrong = new List<string>();
        using (var nobody = new Person(office))
            await TryAllAsync(nobody, "siapa pun", null, [], wrong);
        foreach (var (address, @is, forSubUnit) in Everybody)
        {
            using var person = await Person.SignedInAsync(office, address);
            await TryAllAsync(person, address, @is, forSubUnit, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_machine_without_the_key_is_let_through_nowhere()
    {
        using var person = new Person(office);
        foreach (var function in HttpFunction.All.Where(function => function.Expected is [Who.Key]))
        {
            foreach (var method in function.Tried())
            {
                using var answer = await person.SendAsync(method, function.Path(), form: null);
                Assert.True(
                    answer.StatusCode == HttpStatusCode.Unauthorized,
                    $"{method} {function.Path()}: {answer.StatusCode}"
                );
            }
        }
    }

    private static async Task TryAllAsync(Person person, string name, Who[]? @is, Who[] forSubUnit, List<string> wrong)
    {
        foreach (
            var function in HttpFunction.All.Where(function =>
                !function.Expected!.Any(who => who is Who.Key or Who.Link)
            )
        )
        {
            var mine =
                function.Route.Contains("{subUnit", StringComparison.Ordinal) ? forSubUnit
                : function.Route.Contains("{unit", StringComparison.Ordinal) ? @is ?? []
                : @is is null ? []
                : @is.Length == 0 ? OtherOffice(name)
                : @is;
            var isAllowed = function.Expected!.Any(who => who == Who.Public || mine.Contains(who));
            foreach (var method in function.Tried())
            {
                // A POST without the page's token is stopped behind the check of roles and before the function.
                using var answer = await person.SendAsync(
                    method,
                    function.Path(),
                    method == HttpMethod.Get ? null : new Dictionary<string, string>()
                );
                var toSignIn =
                    answer.Headers.Location?.ToString().StartsWith("/masuk", StringComparison.Ordinal) == true;
                var wasLet = !toSignIn && answer.StatusCode is not HttpStatusCode.Forbidden;
                if (wasLet != isAllowed || answer.StatusCode >= HttpStatusCode.InternalServerError)
                    wrong.Add($"{name}: {method} /{function.Path()} ({function.Name}): {(int)answer.StatusCode}");
            }
        }
    }

    // In the other office, whose plan is the same one, that person has the same part.
    private static Who[] OtherOffice(string address) =>
        Everybody.First(person => person.Address == address.Replace("@lain.", "@contoh.", StringComparison.Ordinal)).Is;

    private async Task StartOtherOfficeAsync()
    {
        var plan = office
            .Sample("plan.json")
            .Replace("\"biro-organisasi\"", "\"dinas-lain\"", StringComparison.Ordinal)
            .Replace("@contoh.example", "@lain.example", StringComparison.Ordinal);
        using var answer = await office.Office.PlanAsync(
            HttpMethod.Post,
            "api/offices/dinas-lain/2024",
            plan,
            RunningOffice.Cancellation
        );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await office.SettleAsync();
    }
}
