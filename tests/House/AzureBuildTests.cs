using System.Text.Json;

namespace Sakip.Tests.House;

public sealed class AzureBuildTests
{
    [Fact]
    public async Task The_function_app_is_deployed_with_the_worker_and_its_three_extensions()
    {
        var packages = await PackagesAsync("functions/Functions.csproj", "azure");

        Assert.Equal(
            [
                "Microsoft.Azure.Functions.Worker",
                "Microsoft.Azure.Functions.Worker.Extensions.DurableTask",
                "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
                "Microsoft.Azure.Functions.Worker.Extensions.Timer",
                "Microsoft.Azure.Functions.Worker.Sdk",
            ],
            packages.Where(IsFunctionsPackage).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_orchestrations_are_a_plain_library_without_the_worker_s_build_tools()
    {
        var packages = await PackagesAsync("orchestrations/Orchestrations.csproj", "azure");

        Assert.Equal(
            ["Microsoft.Azure.Functions.Worker.Core", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask"],
            packages.Where(IsFunctionsPackage).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("functions/Functions.csproj")]
    [InlineData("orchestrations/Orchestrations.csproj")]
    public async Task The_embedded_build_needs_no_package_of_the_real_host(string project) =>
        Assert.DoesNotContain(await PackagesAsync(project, "embedded"), IsFunctionsPackage);

    [Theory]
    [InlineData("functions/Functions.csproj")]
    [InlineData("orchestrations/Orchestrations.csproj")]
    public async Task The_two_runtimes_never_share_a_lock_file_or_an_output_folder(string project)
    {
        var embedded = await PropertiesAsync(project, "embedded");
        var azure = await PropertiesAsync(project, "azure");

        Assert.NotEqual(
            embedded.GetProperty("BaseOutputPath").GetString(),
            azure.GetProperty("BaseOutputPath").GetString());
        Assert.NotEqual(
            embedded.GetProperty("BaseIntermediateOutputPath").GetString(),
            azure.GetProperty("BaseIntermediateOutputPath").GetString());
        Assert.Equal("true", embedded.GetProperty("RestorePackagesWithLockFile").GetString());
        Assert.Equal("", azure.GetProperty("RestorePackagesWithLockFile").GetString());
    }

    private static bool IsFunctionsPackage(string name) =>
        name.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.DurableTask", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> PackagesAsync(string project, string runtime)
    {
        var (exitCode, output) = await Tool.RunAsync(
            Repository.Root,
            "dotnet",
            "msbuild",
            project,
            "-getItem:PackageReference",
            $"-p:FunctionsRuntime={runtime}");
        Assert.True(exitCode == 0, output);
        using var json = JsonDocument.Parse(output);
        return
        [
            .. json.RootElement.GetProperty("Items").GetProperty("PackageReference").EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!),
        ];
    }

    private static async Task<JsonElement> PropertiesAsync(string project, string runtime)
    {
        var (exitCode, output) = await Tool.RunAsync(
            Repository.Root,
            "dotnet",
            "msbuild",
            project,
            "-getProperty:BaseOutputPath,BaseIntermediateOutputPath,RestorePackagesWithLockFile",
            $"-p:FunctionsRuntime={runtime}");
        Assert.True(exitCode == 0, output);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.GetProperty("Properties").Clone();
    }
}
