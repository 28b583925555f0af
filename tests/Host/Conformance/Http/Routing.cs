using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Http;

/// <summary>
/// Every route of the small app. Where host and worker chose different functions, the answer would take longer than a
/// test waits.
/// </summary>
[Collection(OnTheWeb.Name)]
public sealed class Routing(WebApp shared)
{
    [Theory]
    [InlineData("GET", "/api", 200, "root")]
    [InlineData("GET", "/api/", 200, "root")]
    [InlineData("GET", "/api/units/biro/2024", 200, "unit biro in 2024")]
    [InlineData("GET", "/API/UNITS/biro/2024/", 200, "unit biro in 2024")]
    [InlineData("GET", "/api/units/bi%20ro/2024", 200, "unit bi ro in 2024")]
    [InlineData("GET", "/api/units/b%C3%A9/2024?x=1", 200, "unit bé in 2024")]
    [InlineData("GET", "/api/units/biro/twenty", 200, "rest units/biro/twenty")]
    [InlineData("GET", "/api/codes/AB12", 200, "short AB12")]
    [InlineData("GET", "/api/codes/AB123", 200, "long AB123")]
    [InlineData("GET", "/api/codes/A", 200, "rest codes/A")]
    [InlineData("POST", "/api/quarters/4", 200, "quarter 4")]
    [InlineData("POST", "/api/numbers/-7", 200, "number -7")]
    [InlineData("POST", "/api/numbers/tujuh", 200, "word tujuh")]
    [InlineData("GET", "/api/files/7.pdf", 200, "pdf 7")]
    [InlineData("GET", "/api/files/7.docx", 200, "docx 7")]
    [InlineData("GET", "/api/assets/css/site.css", 200, "asset css/site.css")]
    [InlineData("GET", "/api/optional", 200, "page none")]
    [InlineData("GET", "/api/optional/2", 200, "page 2")]
    [InlineData("GET", "/api/Named", 200, "named")]
    [InlineData("DELETE", "/api/both", 200, "deleted")]
    [InlineData("PUT", "/api/both", 200, "put")]
    [InlineData("PATCH", "/api/every", 200, "PATCH")]
    [InlineData("OPTIONS", "/api/every", 200, "OPTIONS")]
    [InlineData("HEAD", "/api/listed", 200, "")]
    [InlineData("GET", "/api/off", 200, "rest off")]
    public Task A_request_finds_its_function(string method, string path, int status, string body) =>
        AnswersAsync(method, path, status, body);

    [Theory]
    [InlineData("POST", "/api/units/biro/2024")]
    [InlineData("HEAD", "/api/units/biro/2024")]
    [InlineData("OPTIONS", "/api/units/biro/2024")]
    public Task A_method_that_is_not_listed_is_not_found(string method, string path) =>
        AnswersAsync(method, path, 404, "");

    [Theory]
    [InlineData("POST", "/api/quarters/5")]
    [InlineData("POST", "/api/quarters/four")]
    [InlineData("POST", "/api/numbers/7a")]
    public Task A_constraint_that_fails_is_not_found(string method, string path) => AnswersAsync(method, path, 404, "");

    [Theory]
    [InlineData("GET", "/named")]
    [InlineData("GET", "/apinamed")]
    [InlineData("PUT", "/api/off")]
    public Task Beside_the_prefix_and_where_a_function_is_disabled_nothing_is_found(string method, string path) =>
        AnswersAsync(method, path, 404, "");

    [Theory]
    [InlineData("/api/locked", null, 401)]
    [InlineData("/api/locked", "wrong", 401)]
    [InlineData("/api/locked", AppPlan.FunctionKey, 200)]
    [InlineData("/api/locked", AppPlan.OfficeKey, 200)]
    [InlineData("/api/admin-only", AppPlan.OfficeKey, 401)]
    [InlineData("/api/locked", AppPlan.MasterKey, 200)]
    [InlineData("/api/admin-only", null, 401)]
    [InlineData("/api/admin-only", AppPlan.FunctionKey, 401)]
    [InlineData("/api/admin-only", AppPlan.MasterKey, 200)]
    public async Task A_level_is_opened_by_its_key_in_the_header_or_the_address(string path, string? key, int status)
    {
        var byHeader = await shared.App.GetAsync(path, ("x-functions-key", key ?? ""));
        var byAddress = await shared.App.GetAsync(key is null ? path : $"{path}?code={key}");

        Assert.Equal((status, status == 200 ? "open" : ""), byHeader);
        Assert.Equal((status, status == 200 ? "open" : ""), byAddress);
    }

    private async Task AnswersAsync(string method, string path, int status, string body) =>
        Assert.Equal((status, body), await shared.App.SendAsync(new HttpMethod(method), path));
}
