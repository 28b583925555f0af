using System.Net;
using System.Net.Http.Headers;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Http;

/// <summary>What is the host's own, and what it keeps to itself.</summary>
[Collection(OnTheWeb.Name)]
public sealed class HostPages(WebApp shared)
{
    private const string Stream = "/AzureFunctionsRpcMessages.FunctionRpc/EventStream";
    private const string Sidecar = "/TaskHubSidecarService/StartInstance";

    [Theory]
    [InlineData("GET", "/api/nowhere/at/all", "x-small-app", true)]
    [InlineData("POST", "/api/nowhere", "x-small-app", false)]
    [InlineData("GET", "/nowhere", "x-small-app", false)]
    [InlineData("GET", "/api/locked", "x-small-app", false)]
    public async Task The_host_s_own_answers_bear_no_header_of_the_app(
        string method,
        string path,
        string header,
        bool isTheApps
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await shared.App.Http.SendAsync(request, Patience.Cancellation);

        Assert.Equal(isTheApps, answer.Headers.Contains(header));
    }

    [Fact]
    public async Task Where_no_function_is_at_the_root_the_host_says_that_it_runs()
    {
        var (status, body) = await shared.App.GetAsync("/");

        Assert.Equal(200, status);
        Assert.NotEmpty(body);
    }

    [Theory]
    [InlineData("GET", "/.clock")]
    [InlineData("POST", "/.clock")]
    [InlineData("GET", "/runtime/webhooks/durabletask/instances")]
    public async Task There_is_no_clock_to_move_on_the_machine_s_own_and_no_webhook(string method, string path) =>
        Assert.Equal((404, ""), await shared.App.SendAsync(new HttpMethod(method), path));

    [Theory]
    [InlineData("POST", "/admin/functions/Sweep", "", 401)]
    [InlineData("POST", "/admin/functions/Sweep", AppPlan.FunctionKey, 401)]
    [InlineData("POST", "/admin/functions/Nothing-of-that-name", AppPlan.MasterKey, 404)]
    public async Task Only_the_master_key_opens_the_administrator_s_door(
        string method,
        string path,
        string key,
        int status
    ) =>
        Assert.Equal(
            status,
            (await shared.App.SendAsync(new HttpMethod(method), path, null, ("x-functions-key", key))).Status
        );

    [Theory]
    [InlineData(Stream, "1.1")]
    [InlineData(Stream, "2.0")]
    [InlineData(Sidecar, "1.1")]
    [InlineData(Sidecar, "2.0")]
    public async Task The_services_of_worker_and_engine_never_answer_on_the_public_port(string path, string version)
    {
        using var http = new HttpClient { BaseAddress = shared.App.Address, Timeout = TimeSpan.FromSeconds(5) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        try
        {
            using var answer = await http.SendAsync(request, Patience.Cancellation);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.NotEqual("application/grpc", answer.Content.Headers.ContentType?.MediaType);
        }
        catch (HttpRequestException)
        {
            // The public port does not even speak that version.
            Assert.Equal("2.0", version);
        }
    }
}
