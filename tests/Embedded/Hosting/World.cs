using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sakip.Embedded.Hosting;

namespace Sakip.Tests.Embedded.Hosting;

/// <summary>
/// A small app of the given function types on the embedded host, on a free port, with its own data folder.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly IHost host;
    private readonly string? ownFolder;

    private World(IHost host, string? ownFolder)
    {
        this.host = host;
        this.ownFolder = ownFolder;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(addresses.Addresses.Single()),
        };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => host.Services;

    public static Task<World> StartAsync(params Type[] functions) => new WorldPlan(functions).StartAsync();

    public static WorldPlan Of(params Type[] functions) => new(functions);

    public static string NewFolder() => Directory.CreateTempSubdirectory("sakip-world-").FullName;

    public void UseMasterKey() => Http.DefaultRequestHeaders.Add("x-functions-key", "master");

    public void Accept(string type) => Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(type));

    /// <summary>Sends the request and gives the status and the body.</summary>
    public async Task<(int Status, string Body)> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<(int Status, string Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>As SIGTERM does it; resumes when the host has stopped.</summary>
    public Task StopAsync() => host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        if (ownFolder is not null) Directory.Delete(ownFolder, recursive: true);
    }

    public sealed class WorldPlan(Type[] functions)
    {
        private readonly Dictionary<string, string> settings = new()
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AzureWebJobsStorage"] = "not used here",
            ["AzureWebJobsFunctionKey"] = "function",
            ["AzureWebJobsMasterKey"] = "master",
            ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "",
        };

        private readonly List<Action<FunctionsApplicationBuilder>> changes = [];
        private string? folder;

        public WorldPlan Set(string name, string value)
        {
            settings[name] = value;
            return this;
        }

        public WorldPlan In(string dataFolder)
        {
            folder = dataFolder;
            return this;
        }

        public WorldPlan With(Action<FunctionsApplicationBuilder> change)
        {
            changes.Add(change);
            return this;
        }

        /// <summary>Builds the host without starting it: that is where a bad app is refused.</summary>
        public IHost Build()
        {
            var builder = FunctionsApplication.CreateBuilder(
                [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(new FunctionSource(functions));
            foreach (var change in changes) change(builder);
            return builder.Build();
        }

        public async Task<World> StartAsync()
        {
            var own = folder is null ? NewFolder() : null;
            Set("Embedded:Data", folder ?? own!);
            var host = Build();
            await host.StartAsync(TestContext.Current.CancellationToken);
            return new World(host, own);
        }
    }
}
