using System.Reflection;
using Sakip.Hook;

/// <summary>What <c>DOTNET_STARTUP_HOOKS</c> names: before the function app's own <c>Main</c>, the host is loaded into
/// a context of its own, so that the app meets none of its assemblies, and started. The runtime asks for this very
/// name, without a namespace.</summary>
internal static class StartupHook
{
    private const string Hooks = "DOTNET_STARTUP_HOOKS";

    public static void Initialize()
    {
        // What the app starts is not an app under this host.
        Environment.SetEnvironmentVariable(Hooks, null);
        if (Environment.GetEnvironmentVariable("Host__Guard") == "stdin")
        {
            EndWithHost();
            return;
        }
        if (Assembly.GetEntryAssembly()?.Location is not { Length: > 0 } app)
            return;
        var host =
            Environment.GetEnvironmentVariable("SAKIP_HOST")
            ?? Path.Combine(Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!, "Sakip.Host.dll");
        new HostContext(host).Entry<Action<string>>("BeginBeside")(app);
    }

    // A worker process ends when its host is gone, however that went: then nothing holds the other end of its input.
    private static void EndWithHost()
    {
        Environment.SetEnvironmentVariable("Host__Guard", null);
        new Thread(WaitForHost) { IsBackground = true, Name = "Host guard" }.Start();
    }

    private static void WaitForHost()
    {
        using var input = Console.OpenStandardInput();
        // Nothing is ever said there.
        while (input.ReadByte() >= 0)
            continue;
        Environment.Exit(1);
    }
}
