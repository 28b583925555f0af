namespace Sakip.Tests.House.Azure;

public sealed class TemplateTests
{
    [Fact]
    public async Task The_template_compiles_without_a_warning()
    {
        using var bicep = new Bicep();

        var result = await bicep.RunAsync("build", "main.bicep", "--stdout");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [Fact]
    public async Task The_linter_has_nothing_to_say_about_any_file()
    {
        using var bicep = new Bicep();

        var result = await bicep.RunAsync("lint", "--pattern", "**/*.bicep");

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output.Trim(), result.Errors.Trim()));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public async Task What_a_deployment_would_create_is_what_was_reviewed(string environment)
    {
        using var bicep = new Bicep();
        var reviewed = Path.Combine(Repository.InfraAzure, "environments", $"{environment}.snapshot.json");

        var snapshot = await bicep.SnapshotAsync(environment);

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(reviewed, snapshot, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(reviewed, TestContext.Current.CancellationToken), snapshot);
    }

    [Fact]
    public async Task An_environment_without_a_file_is_refused_by_name()
    {
        using var bicep = new Bicep();

        var result = await bicep.RunInAsync("produksi", "build-params", "main.bicepparam", "--stdout");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("\"produksi\"", result.Errors);
    }

    [Fact]
    public async Task Settings_that_contradict_each_other_are_refused_with_the_reason()
    {
        using var bicep = new Bicep();
        bicep.Change("test", settings => settings["links"]!["activeKey"] = "k2");

        var result = await bicep.RunInAsync("test", "snapshot", "main.bicepparam", "--mode", "overwrite");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("links.activeKey is none of links.keys", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataRedundancy", "Standard_RAGRS")]
    [InlineData("alertMailboxes", "operator@kantor.example")]
    [InlineData("dataRedundansy", "Standard_LRS")]
    public async Task A_setting_that_is_misspelt_or_of_the_wrong_kind_is_refused(string name, string value)
    {
        using var bicep = new Bicep();
        bicep.Change("test", settings => settings[name] = value);

        var result = await bicep.RunAsync("build-params", "main.bicepparam", "--stdout");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(name, result.Errors);
    }
}
