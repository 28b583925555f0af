using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("GET", "/", 200, "root")]
    [InlineData("GET", "/units/biro/2024", 200, "unit biro in 2024")]
    [InlineData("GET", "/UNITS/biro/2024/", 200, "unit biro in 2024")]
    [InlineData("GET", "/units/biro/twenty", 200, "rest units/biro/twenty")]
    [InlineData("POST", "/units/biro/2024", 404, "")]
    [InlineData("HEAD", "/units/biro/2024", 404, "")]
    [InlineData("OPTIONS", "/units/biro/2024", 404, "")]
    [InlineData("GET", "/assets/css/site.css", 200, "asset css/site.css")]
    [InlineData("GET", "/Named", 200, "named")]
    [InlineData("DELETE", "/both", 200, "deleted")]
    [InlineData("PUT", "/both", 200, "put")]
    [InlineData("GET", "/off", 200, "rest off")]
    public async Task A_request_finds_its_function(string method, string path, int status, string body)
    {
        await using var world = await World
            .Of(typeof(Pages))
            .Set("AzureWebJobs.SwitchedOff.Disabled", "true")
            .StartAsync();

        Assert.Equal((status, body), await world.SendAsync(new HttpMethod(method), path));
    }

    [Fact]
    public async Task Without_a_prefix_in_host_json_routes_begin_with_api()
    {
        await using var world = await World.Of(typeof(Pages))
            .Set("AzureFunctionsJobHost:extensions:http:routePrefix", "api").StartAsync();

        Assert.Equal((200, "named"), await world.GetAsync("/api/named"));
        Assert.Equal(404, (await world.GetAsync("/named")).Status);
    }

    public sealed class Pages
    {
        [Function("Home")]
        public string Home(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")] HttpRequest request
        ) => "root";

        [Function("Unit")]
        public string Unit(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "units/{unit}/{year:int}")] HttpRequest request,
            string unit,
            int year) => $"unit {unit} in {year}";

        [Function("Assets")]
        public static string Asset(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{*path}")] HttpRequest request,
            string path) => $"asset {path}";

        [Function("Named")]
        public Task<string> Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            Task.FromResult("named");

        [Function("BothDelete")]
        public string Delete(
            [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "both")] HttpRequest request) => "deleted";

        [Function("BothPut")]
        public string Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "both")] HttpRequest request) =>
            "put";

        [Function("SwitchedOff")]
        public string Off([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "off")] HttpRequest request) =>
            "on";

        [Function("ZzRest")]
        public string Rest(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*rest}")] HttpRequest request,
            string rest) => $"rest {rest}";
    }
}
