namespace Sakip.Tests.Functions.Access;

/// <summary>Every HTTP function says who may call it, and says what is expected of it.</summary>
public sealed class AllowTests
{
    [Fact]
    public void Every_http_function_says_who_may_call_it() =>
        Assert.Empty(HttpFunction.All.Where(function => function.Allow is null).Select(function => function.Name));

    [Fact]
    public void Every_http_function_allows_exactly_those_whom_the_expected_table_names()
    {
        var wrong = HttpFunction
            .All.Where(function =>
                function.Expected is null
                || !function.Expected.Order().SequenceEqual((function.Allow?.Who ?? []).Order())
            )
            .Select(function => $"{function.Name}: {string.Join(' ', function.Allow?.Who ?? [])}");

        Assert.True(
            !wrong.Any(),
            "tests/Functions/Access/expected-access.txt says otherwise of:\n" + string.Join('\n', wrong)
        );
    }

    [Fact]
    public void A_function_for_machines_is_behind_the_hosts_key_and_nothing_else_is()
    {
        foreach (var function in HttpFunction.All)
        {
            // What no function takes is answered to anybody, with nothing but that.
            var isKeyed = function.Route.StartsWith("api/", StringComparison.Ordinal);
            Assert.True(
                isKeyed == function.Allow?.Who.SequenceEqual([Sakip.Functions.Access.Who.Key])
                    || function.Name == Sakip.Functions.Web.Api.UnknownApi.Name,
                $"{function.Name} ({function.Route}) allows {string.Join(' ', function.Allow?.Who ?? [])}."
            );
        }
    }
}
