using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Azure;

public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_keeps_no_secret_and_starts_with_the_right_to_read(string path)
    {
        var text = File.ReadAllText(path);

        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^permissions:\n  contents: read$", text);
        Assert.Single(Permissions().Matches(text));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void An_action_comes_from_a_known_publisher_by_its_whole_commit_with_the_version_beside_it(string path)
    {
        string[] known = ["actions", "azure", "anchore"];

        foreach (Match use in Use().Matches(File.ReadAllText(path)))
        {
            var what = use.Groups["what"].Value;
            if (what.StartsWith("./", StringComparison.Ordinal))
                continue;
            Assert.Matches(@"^[^@\s]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", what);
            Assert.Contains(what.Split('/')[0].ToLowerInvariant(), known);
        }
    }

    [Fact]
    public void One_version_of_an_action_is_used_everywhere()
    {
        var versions = Workflows
            .SelectMany(row => Use().Matches(File.ReadAllText(row.Data)))
            .Select(use => use.Groups["what"].Value)
            .Where(what => !what.StartsWith("./", StringComparison.Ordinal))
            .Distinct()
            .GroupBy(what => what.Split('@')[0].ToLowerInvariant());

        Assert.All(versions, one => Assert.Single(one));
    }

    [Fact]
    public void The_job_that_builds_the_package_may_only_read_and_uses_no_action_of_strangers()
    {
        var build = Job("ci", "package");

        Assert.DoesNotContain("permissions:", build, StringComparison.Ordinal);
        Assert.All(
            Use().Matches(build).Select(use => use.Groups["what"].Value),
            what => Assert.StartsWith("actions/", what, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_list_of_parts_and_the_attestation_are_made_apart_from_the_build()
    {
        var (parts, attest) = (Job("ci", "sbom"), Job("ci", "attest"));

        Assert.DoesNotContain("permissions:", parts, StringComparison.Ordinal);
        Assert.Contains("attestations: write", attest, StringComparison.Ordinal);
        Assert.Contains("actions/attest-build-provenance@", attest, StringComparison.Ordinal);
        Assert.Contains("sbom-path: out/sbom.cdx.json", attest, StringComparison.Ordinal);
        Assert.Contains("needs: [test, audit, package, sbom]", attest, StringComparison.Ordinal);
        Assert.True(At(attest, "sha256sum --check") < At(attest, "attest-build-provenance@"));
    }

    [Fact]
    public void A_package_is_deployed_only_after_its_hash_and_its_attestation_were_checked()
    {
        var deploy = Job("deploy", "deploy");

        Assert.True(At(deploy, "sha256sum --check") < At(deploy, "gh attestation verify out/app.zip"));
        Assert.True(At(deploy, "gh attestation verify out/app.zip") < At(deploy, "azure/login@"));
        Assert.True(At(deploy, "azure/login@") < At(deploy, "config-zip"));
        Assert.Contains("--source-digest \"$GITHUB_SHA\"", deploy, StringComparison.Ordinal);
    }

    [Fact]
    public void Provisioning_and_deploying_are_two_identities_each_of_an_environment_of_its_own()
    {
        var (provision, deploy) = (Job("provision", "provision"), Job("deploy", "deploy"));

        Assert.Contains("environment: ${{ inputs.environment }}-provision\n", provision, StringComparison.Ordinal);
        Assert.Contains("name: ${{ inputs.environment }}\n", deploy, StringComparison.Ordinal);
        Assert.DoesNotContain("config-zip", provision, StringComparison.Ordinal);
        Assert.DoesNotContain("az deployment", deploy, StringComparison.Ordinal);
    }

    private static string Job(string workflow, string job)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", $"{workflow}.yml"));
        return Regex.Match(text, $@"(?ms)^  {job}:\n(    .*?|\n)*?(?=^  \S|\z)").Value;
    }

    private static int At(string text, string part)
    {
        Assert.Contains(part, text, StringComparison.Ordinal);
        return text.IndexOf(part, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"uses: (?<what>[^\n]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"(?m)^permissions:")]
    private static partial Regex Permissions();
}
