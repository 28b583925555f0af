using System.Reflection;

namespace Sakip.Kernel;

/// <summary>The version of the app, as <c>Directory.Build.props</c> sets it for all projects.</summary>
internal static class AppVersion
{
    public static string Text { get; } =
        typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
