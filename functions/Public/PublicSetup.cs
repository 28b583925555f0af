using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Sakip.Functions.Public;

/// <summary>The portal for everybody.</summary>
internal static class PublicSetup
{
    public static void AddPublic(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PortalReader>();
    }
}
