namespace Sakip.Tests.House.Azure;

/// <summary>Where the project's own files lie while its tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string InfraAzure => Path.Combine(Root, "infra", "azure");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Serverless.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Serverless.sln"));
}
