using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Embedded.Hosting;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class StartupTests
{
    [Theory]
    [InlineData(typeof(RouteSlash), "'/', which breaks every HTTP function")]
    [InlineData(typeof(RouteEmpty), "'', which breaks every HTTP function")]
    [InlineData(typeof(Overlapping), "overlapping routes ('units/{unit}' and 'units/new')")]
    [InlineData(typeof(CatchAllFirst), "overlapping routes ('{*path}' and 'pages/about')")]
    [InlineData(typeof(UnknownConstraint), "'year' is unknown")]
    [InlineData(typeof(ReservedRoute), "a route under 'admin'")]
    [InlineData(typeof(MissingSetting), "needs the setting 'SweepSchedule'")]
    [InlineData(typeof(BadSchedule), "has a bad schedule")]
    [InlineData(typeof(FourFields), "has 4 fields instead of five or six")]
    [InlineData(typeof(DuplicateNames), "The function name 'Same' is used by")]
    [InlineData(typeof(TwoTriggers), "has 2 triggers")]
    [InlineData(typeof(NoTrigger), "has 0 triggers")]
    [InlineData(typeof(WrongTriggerType), "a HttpTriggerAttribute cannot fill a String")]
    [InlineData(typeof(UnknownParameter), "cannot fill parameter 'extra' of type DateOnly")]
    [InlineData(typeof(OrchestratorToken), "cannot fill parameter 'token'")]
    [InlineData(typeof(NotPublic), "must be a public, non-generic method of a public type")]
    public void What_breaks_an_app_on_the_real_host_stops_it_here_with_the_reason(Type functions, string reason)
    {
        var refused = Assert.Throws<StartupRefusedException>(() => World.Of(functions).Build());

        Assert.Contains(refused.Problems, problem => problem.Contains(reason, StringComparison.Ordinal));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Routes_that_constraints_or_methods_tell_apart_are_accepted()
    {
        using var host = World.Of(typeof(ToldApart)).Build();
    }

    public sealed class RouteSlash
    {
        [Function("Root")]
        public string Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/")] HttpRequest request) => "";
    }

    public sealed class RouteEmpty
    {
        [Function("Root")]
        public string Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "")] HttpRequest request) => "";
    }

    public sealed class Overlapping
    {
        [Function("A")]
        public string A([HttpTrigger("get", Route = "units/{unit}")] HttpRequest request) => "";

        [Function("B")]
        public string B([HttpTrigger("get", Route = "units/new")] HttpRequest request) => "";
    }

    public sealed class CatchAllFirst
    {
        [Function("All")]
        public string All([HttpTrigger("get", Route = "{*path}")] HttpRequest request) => "";

        [Function("Page")]
        public string Page([HttpTrigger("get", Route = "pages/about")] HttpRequest request) => "";
    }

    public sealed class UnknownConstraint
    {
        [Function("A")]
        public string A([HttpTrigger("get", Route = "units/{y:year}")] HttpRequest request) => "";
    }

    public sealed class ReservedRoute
    {
        [Function("A")]
        public string A([HttpTrigger("get", Route = "admin/users")] HttpRequest request) => "";
    }

    public sealed class MissingSetting
    {
        [Function("Sweep")]
        public void Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer)
        {
        }
    }

    public sealed class BadSchedule
    {
        [Function("Sweep")]
        public void Run([TimerTrigger("0 0 25 * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class FourFields
    {
        [Function("Sweep")]
        public void Run([TimerTrigger("0 0 * *")] TimerInfo timer)
        {
        }
    }

    public sealed class DuplicateNames
    {
        [Function("Same")]
        public void A([TimerTrigger("0 0 * * *")] TimerInfo timer)
        {
        }

        [Function("same")]
        public void B([TimerTrigger("0 0 * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class TwoTriggers
    {
        [Function("A")]
        public string A([HttpTrigger("get")] HttpRequest request, [TimerTrigger("0 0 * * *")] TimerInfo timer) => "";
    }

    public sealed class NoTrigger
    {
        [Function("A")]
        public string A(FunctionContext context) => "";
    }

    public sealed class WrongTriggerType
    {
        [Function("A")]
        public string A([HttpTrigger("get")] string request) => request;
    }

    public sealed class UnknownParameter
    {
        [Function("A")]
        public string A([HttpTrigger("get", Route = "a/{extra}")] HttpRequest request, DateOnly extra) => $"{extra}";
    }

    public sealed class OrchestratorToken
    {
        [Function("A")]
        public static Task A([OrchestrationTrigger] TaskOrchestrationContext context, CancellationToken token) =>
            Task.CompletedTask;
    }

    public sealed class NotPublic
    {
        [Function("A")]
        internal string A([HttpTrigger("get")] HttpRequest request) => "";
    }

    public sealed class ToldApart
    {
        [Function("ByNumber")]
        public string A([HttpTrigger("get", Route = "q/{n:int}")] HttpRequest request) => "";

        [Function("ByWord")]
        public string B([HttpTrigger("get", Route = "q/{word:alpha}")] HttpRequest request) => "";

        [Function("Change")]
        public string C([HttpTrigger("post", Route = "q/{n:int}")] HttpRequest request) => "";

        [Function("Pdf")]
        public string D([HttpTrigger("get", Route = "files/{id}.pdf")] HttpRequest request) => "";

        [Function("Docx")]
        public string E([HttpTrigger("get", Route = "files/{id}.docx")] HttpRequest request) => "";

        [Function("Home")]
        public string F([HttpTrigger("get", Route = "{root:maxlength(0)?}")] HttpRequest request) => "";

        [Function("Short")]
        public string G([HttpTrigger("get", Route = "c/{code:length(4)}")] HttpRequest request) => "";

        [Function("Long")]
        public string H([HttpTrigger("get", Route = "c/{code:minlength(5)}")] HttpRequest request) => "";
    }
}
