using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Sakip.Functions.Access;
using Sakip.Functions.Agreements;
using Sakip.Functions.AnnualCycle;
using Sakip.Functions.Approvals;
using Sakip.Functions.Audit;
using Sakip.Functions.Collection;
using Sakip.Functions.Consistency;
using Sakip.Functions.Documents;
using Sakip.Functions.Home;
using Sakip.Functions.Notifications;
using Sakip.Functions.Planning;
using Sakip.Functions.Public;
using Sakip.Functions.Recovery;
using Sakip.Functions.Reporting;
using Sakip.Functions.Signing;
using Sakip.Functions.Storage;
using Sakip.Functions.Web;
using Sakip.Functions.Webhooks;
using Sakip.Kernel;

namespace Sakip.Functions.Hosting;

/// <summary>What the app is made of: each capability registers itself.</summary>
internal static class Composition
{
    private const long LargestBody = 30 * 1024 * 1024;

    public static void AddCapabilities(this FunctionsApplicationBuilder builder)
    {
        builder.AddHosting();
        builder.AddStorage();
        builder.AddAudit();
        builder.AddDocuments();
        builder.AddPlanning();
        builder.AddSigning();
        builder.AddNotifications();
        builder.AddApprovals();
        builder.AddAccess();
        builder.AddWebhooks();
        builder.AddConsistency();
        builder.AddAgreements();
        builder.AddAnnualCycle();
        builder.AddCollection();
        builder.AddReporting();
        builder.AddRecovery();
        builder.AddWeb();
        builder.AddHome();
        builder.AddPublic();
    }

    private static void AddHosting(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SakipMeter>();
        // Links are secrets that stand in paths, and the host's own categories log paths (security.md 7).
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        services.Configure<WorkerOptions>(options => options.InputConverters.RegisterAt<OfficeYearConverter>(0));
        // One JSON for durable payloads, results and action results.
        services.Configure<JsonSerializerOptions>(SakipJson.Apply);
        services.ConfigureHttpJsonOptions(options => SakipJson.Apply(options.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(options =>
            SakipJson.Apply(options.JsonSerializerOptions)
        );
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestBody);
    }
}
