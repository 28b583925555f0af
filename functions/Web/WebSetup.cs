using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web.Api;
using Sakip.Notifications;

namespace Sakip.Functions.Web;

/// <summary>Pages, and the rules of the API.</summary>
internal static class WebSetup
{
    public static void AddWeb(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddChecked<AppOptions>(AppOptions.Section);
        services.AddSingleton(provider => new ApiCatalog(provider));
        services
            .AddSingleton<PageRenderer>()
            .AddSingleton<KeptAnswers>()
            .AddSingleton<IdempotencyKeys>()
            .AddSingleton<NamedCaller>()
            .AddSingleton<OpenApiText>();
    }
}
