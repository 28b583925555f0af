using System.Text.Json.Nodes;

namespace Sakip.Tests.House.Azure;

public sealed class SecurityTests
{
    private static readonly string[] SecretSettings =
        ["Links__Keys__", "Audit__", "Mail__Password", "Whatsapp__Token", "Signing__Bsre__Password",
            "Signing__Bsre__Identities__", "Signing__Certificate"];

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public void No_account_can_be_opened_with_a_key_or_by_anybody(string environment)
    {
        var prediction = Prediction.Reviewed(environment);

        Assert.All(prediction.Of("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.False((bool)account["properties"]!["allowSharedKeyAccess"]!);
            Assert.False((bool)account["properties"]!["allowBlobPublicAccess"]!);
        });
        Assert.All(
            prediction.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            door => Assert.False((bool)door["properties"]!["allow"]!));
    }

    [Fact]
    public async Task Every_secret_is_a_reference_to_the_vault_and_every_other_setting_is_none()
    {
        var (everything, bsre) = (await Variants.WithEverything, await Variants.WithBsre);

        foreach (var (name, value) in everything.AppSettings.Concat(bsre.AppSettings))
        {
            var isSecret = SecretSettings.Any(secret => name.StartsWith(secret, StringComparison.Ordinal));
            var isReference = value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal);
            Assert.True(isSecret == isReference, $"{name}={value}");
            Assert.DoesNotContain("AccountKey=", value, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_app_is_given_data_roles_only_each_on_the_resource_it_is_for()
    {
        var granted = Prediction.Reviewed("test").Of("Microsoft.Authorization/roleAssignments")
            .Where(grant => ((string)grant["properties"]!["principalId"]!)[^1] is not ('d' or 'f'))
            .Select(Grant);

        string[] expected =
        [
            "appi-s: Monitoring Metrics Publisher",
            "sthost: Storage Blob Data Owner",
            "sthost: Storage Queue Data Contributor",
            "sthost: Storage Table Data Contributor",
            "stdata: Storage Blob Data Contributor",
            "stdata: Storage Table Data Contributor",
            "kv-sak: Key Vault Secrets User",
        ];
        Assert.Equal(expected.Order(), granted.Order());
    }

    [Fact]
    public void Who_deploys_code_may_write_the_function_app_and_nothing_else()
    {
        var granted = Prediction.Reviewed("production").Of("Microsoft.Authorization/roleAssignments")
            .Where(grant => ((string)grant["properties"]!["principalId"]!).EndsWith('f'));

        Assert.Equal(["sakip-: Website Contributor"], granted.Select(Grant));
    }

    [Fact]
    public async Task With_private_networking_storage_and_vault_have_no_public_door()
    {
        var prediction = await Variants.WithEverything;

        string[] guarded = ["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults"];
        Assert.All(
            guarded.SelectMany(prediction.Of),
            resource => Assert.Equal("Disabled", (string)resource["properties"]!["publicNetworkAccess"]!));
        Assert.Equal(6, prediction.Of("Microsoft.Network/privateEndpoints").Count());
        Assert.NotNull(prediction.Of("Microsoft.Web/sites").Single()["properties"]!["virtualNetworkSubnetId"]);
    }

    [Fact]
    public async Task Published_documents_and_anchors_lie_under_an_immutability_policy_until_it_is_locked()
    {
        var open = Prediction.Reviewed("production");
        var locked = await Prediction.OfAsync(
            "production", settings => settings["retention"]!["immutabilityLocked"] = true);

        const string Policy = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
        Assert.Equal(["anchors", "documents"], open.Of(Policy).Select(Container).Order());
        Assert.Empty(locked.Of(Policy));
    }

    private static string Grant(JsonNode grant)
    {
        var path = ((string)grant["id"]!).Split("/providers/")[1].Split('/', '\'');
        return $"{path[2][..6]}: {RoleNames.Of((string)grant["properties"]!["roleDefinitionId"]!)}";
    }

    private static string Container(JsonNode policy) => ((string)policy["name"]!).Split('/')[2];
}
