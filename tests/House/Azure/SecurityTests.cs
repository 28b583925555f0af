using System.Text.Json.Nodes;
using global::Azure.Data.Tables;
using global::Azure.Storage.Blobs;
using Sakip.Storage;

namespace Sakip.Tests.House.Azure;

public sealed class SecurityTests
{
    private static readonly string[] SecretSettings =
    [
        "Links__Keys__",
        "Audit__",
        "Mail__Password",
        "Whatsapp__Token",
        "Signing__Bsre__Password",
        "Signing__Bsre__Identities__",
        "Signing__Certificate",
    ];

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public void No_account_can_be_opened_with_a_key_or_by_anybody(string environment)
    {
        var prediction = Prediction.Reviewed(environment);

        Assert.All(
            prediction.Of("Microsoft.Storage/storageAccounts"),
            account =>
            {
                Assert.False((bool)account["properties"]!["allowSharedKeyAccess"]!);
                Assert.False((bool)account["properties"]!["allowBlobPublicAccess"]!);
            }
        );
        Assert.All(
            prediction.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            door => Assert.False((bool)door["properties"]!["allow"]!)
        );
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
        var granted = Prediction
            .Reviewed("test")
            .Of("Microsoft.Authorization/roleAssignments")
            .Where(grant => ((string)grant["properties"]!["principalId"]!)[^1] is not ('d' or 'f'))
            .Select(Grant);

        string[] expected =
        [
            "appi-s: Monitoring Metrics Publisher",
            "sthost: Storage Blob Data Owner",
            "sthost: Storage Queue Data Contributor",
            "sthost: Storage Table Data Contributor",
            "stdata: lister",
            "stdata/anchors: keeper",
            "stdata/documents: keeper",
            "stdata/evidence: Storage Blob Data Contributor",
            "stdata/snapshots: Storage Blob Data Contributor",
            "stdata/uploads: Storage Blob Data Contributor",
            .. Storage.Tables.Select(table => $"stdata/{table.Name}: Storage Table Data Contributor"),
            "kv-sak: Key Vault Secrets User",
        ];
        Assert.Equal(expected.Order(), granted.Order());
    }

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public void The_apps_own_roles_delete_nothing(string environment)
    {
        const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/";
        var roles = Prediction
            .Reviewed(environment)
            .Of("Microsoft.Authorization/roleDefinitions")
            .ToDictionary(NameOf, role => role["properties"]!["permissions"]!.AsArray().Single()!);

        Assert.Equal(["keeper", "lister"], roles.Keys.Order());
        Assert.Equal([], Rights(roles["keeper"], "actions"));
        Assert.Equal([Blobs + "blobs/read", Blobs + "blobs/write"], Rights(roles["keeper"], "dataActions"));
        Assert.Equal(
            [Blobs + "read", "Microsoft.Storage/storageAccounts/tableServices/tables/read"],
            Rights(roles["lister"], "actions")
        );
        Assert.Equal([], Rights(roles["lister"], "dataActions"));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public void Every_table_and_container_of_the_app_is_there_before_it_starts(string environment)
    {
        var prediction = Prediction.Reviewed(environment);
        string[] tables = [.. prediction.Of("Microsoft.Storage/storageAccounts/tableServices/tables").Select(Last)];
        string[] containers =
        [
            .. prediction
                .Of("Microsoft.Storage/storageAccounts/blobServices/containers")
                .Select(Last)
                .Where(name => name != "deployments"),
        ];

        Assert.Equal(Storage.Tables.Select(table => table.Name).Order(), tables.Order());
        Assert.Equal(Storage.Containers.Select(container => container.Name).Order(), containers.Order());
    }

    [Fact]
    public void Who_deploys_code_may_write_the_function_app_and_nothing_else()
    {
        var granted = Prediction
            .Reviewed("production")
            .Of("Microsoft.Authorization/roleAssignments")
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
            resource => Assert.Equal("Disabled", (string)resource["properties"]!["publicNetworkAccess"]!)
        );
        Assert.Equal(6, prediction.Of("Microsoft.Network/privateEndpoints").Count());
        Assert.NotNull(prediction.Of("Microsoft.Web/sites").Single()["properties"]!["virtualNetworkSubnetId"]);
    }

    [Fact]
    public async Task Documents_anchors_evidence_and_snapshots_lie_under_a_policy_that_stops_no_erasure()
    {
        var open = Prediction.Reviewed("production");
        var locked = await Prediction.OfAsync(
            "production",
            settings => settings["retention"]!["immutabilityLocked"] = true
        );

        const string Policy = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
        Assert.Equal(
            ["anchors: 3650", "documents: 3650", "evidence: 30", "snapshots: 30"],
            open.Of(Policy)
                .Select(policy =>
                    $"{Container(policy)}: {policy["properties"]!["immutabilityPeriodSinceCreationInDays"]}"
                )
                .Order()
        );
        Assert.Equal(["evidence", "snapshots"], locked.Of(Policy).Select(Container).Order());
        // Only version by version does a policy let the app delete what it must.
        Assert.Equal(
            ["evidence", "snapshots"],
            open.Of("Microsoft.Storage/storageAccounts/blobServices/containers")
                .Where(one => (bool?)one["properties"]?["immutableStorageWithVersioning"]?["enabled"] == true)
                .Select(Last)
                .Order()
        );
        Assert.Contains(open.Of("Microsoft.Insights/scheduledQueryRules"), AsksForTheLock);
        Assert.DoesNotContain(locked.Of("Microsoft.Insights/scheduledQueryRules"), AsksForTheLock);
    }

    private static OfficeStorage Storage { get; } =
        new(new TableServiceClient("UseDevelopmentStorage=true"), new BlobServiceClient("UseDevelopmentStorage=true"));

    private static string Grant(JsonNode grant)
    {
        var path = ((string)grant["id"]!).Split("/providers/")[1].Split('/', '\'');
        var part = path.Length > 4 && path[3].EndsWith("Services", StringComparison.Ordinal) ? $"/{path[6]}" : "";
        var role = (string)grant["properties"]!["roleDefinitionId"]!;
        return $"{path[2][..6]}{part}: {OwnRoles.GetValueOrDefault(role.Split('/')[^1]) ?? RoleNames.Of(role)}";
    }

    private static Dictionary<string, string> OwnRoles { get; } =
        new[] { "test", "production" }
            .SelectMany(environment => Prediction.Reviewed(environment).Of("Microsoft.Authorization/roleDefinitions"))
            .ToDictionary(Last, NameOf);

    private static string NameOf(JsonNode role) => ((string)role["properties"]!["roleName"]!).Split(' ')[1];

    private static string Last(JsonNode resource) => ((string)resource["name"]!).Split('/')[^1];

    private static IEnumerable<string> Rights(JsonNode permission, string kind) =>
        permission[kind]!.AsArray().Select(right => (string)right!).Order();

    private static bool AsksForTheLock(JsonNode alert) =>
        ((string)alert["name"]!).EndsWith("-immutability-unlocked", StringComparison.Ordinal)
        && alert.ToJsonString().Contains("creationTime", StringComparison.Ordinal);

    private static string Container(JsonNode policy) => ((string)policy["name"]!).Split('/')[2];
}
