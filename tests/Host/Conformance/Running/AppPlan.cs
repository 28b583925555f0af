using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sakip.Tests.Host.Conformance.Running;

/// <summary>How the small app is to be started under the host.</summary>
internal sealed class AppPlan
{
    public const string MasterKey = "kunci-induk-untuk-percobaan-saja-0001";
    public const string FunctionKey = "kunci-fungsi-untuk-percobaan-saja-0001";

    public const string OfficeKey = "kunci-kantor-untuk-percobaan-saja-0001";

    private readonly Dictionary<string, string?> settings = new()
    {
        ["AzureWebJobsStorage"] = "not used here",
        ["AzureWebJobsFunctionKey"] = FunctionKey,
        ["AzureWebJobsMasterKey"] = MasterKey,
        ["AzureWebJobsFunctionKeys__0__Name"] = "biro",
        ["AzureWebJobsFunctionKeys__0__Key"] = OfficeKey,
        ["AzureWebJobs.SwitchedOff.Disabled"] = "true",
        ["AzureWebJobs.SwitchedOffSweep.Disabled"] = "true",
        ["AzureWebJobs.Sweep.Disabled"] = "true",
        ["AzureWebJobs.Interval.Disabled"] = "true",
        ["AzureWebJobs.FailingSweep.Disabled"] = "true",
        ["AzureWebJobs.SlowSweep.Disabled"] = "true",
        ["SweepSchedule"] = "0 0 0 * * *",
        ["SmallHub"] = "small",
        ["WEBSITE_HOSTNAME"] = "localhost",
        ["DOTNET_TieredPGO"] = "0",
    };

    private string app = Layout.App;
    private int workers;

    private AppPlan(AppFolder folder)
    {
        Folder = folder;
        Set("Host__Urls", $"http://127.0.0.1:{FreePort()}");
    }

    public AppFolder Folder { get; }

    public string AppAssembly => app;

    /// <summary>In a folder of its own, which goes when the app is disposed.</summary>
    public static AppPlan New() => new(AppFolder.New());

    /// <summary>In the folder of an app that has ended; whoever made the folder deletes it.</summary>
    public static AppPlan In(AppFolder folder) => new(folder);

    /// <summary>Begins a virtual clock, which stands until it is moved.</summary>
    public AppPlan At(string instant) => Set("Host__Clock", instant).Set("Host__ClockHeld", "true");

    /// <summary>A setting by the environment; null takes it away.</summary>
    public AppPlan Set(string name, string? value)
    {
        settings[name] = value;
        return this;
    }

    public AppPlan Enable(string function) => Set($"AzureWebJobs.{function}.Disabled", null);

    public AppPlan OfApp(string assembly)
    {
        app = assembly;
        return this;
    }

    /// <summary>The host stands apart and has the app in so many processes.</summary>
    public AppPlan InWorkers(int count)
    {
        workers = count;
        return this;
    }

    public ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder.Current,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] words = workers == 0 ? [app] : [Layout.Host, "--app", app, "--workers", $"{workers}"];
        foreach (var word in words)
            start.ArgumentList.Add(word);
        if (workers == 0)
            start.Environment["DOTNET_STARTUP_HOOKS"] = Layout.Hook;
        start.Environment["SAKIP_HOST"] = Layout.Host;
        start.Environment["Host__Data"] = Folder.Data;
        start.Environment["Desk"] = Folder.Desk;
        start.Environment["TMPDIR"] = Folder.Temporary;
        foreach (var (name, value) in settings)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
