using System.Text.Json.Nodes;

namespace Sakip.Tests.House.Azure;

/// <summary>The resources that a deployment would create.</summary>
internal sealed class Prediction(string snapshot)
{
    private readonly JsonNode _root = JsonNode.Parse(snapshot)!;

    public IEnumerable<string> VaultEntries => ((string)_root["outputs"]!["VAULT_ENTRIES"]!).Split(' ');

    public IEnumerable<JsonNode> Of(string type) =>
        _root["predictedResources"]!
            .AsArray()
            .Where(resource => (string)resource!["type"]! == type)
            .Select(resource => resource!);

    public IReadOnlyDictionary<string, string> AppSettings =>
        Of("Microsoft.Web/sites/config").Single(config => ((string)config["name"]!).Split('/')[^1] == "appsettings")[
            "properties"
        ]!
            .AsObject()
            .ToDictionary(setting => setting.Key, setting => (string)setting.Value!);

    /// <summary>The snapshot that is checked in; another test holds it equal to the template.</summary>
    public static Prediction Reviewed(string environment) =>
        new(File.ReadAllText(Path.Combine(Repository.InfraAzure, "environments", $"{environment}.snapshot.json")));

    public static async Task<Prediction> OfAsync(string environment, Action<JsonNode> change)
    {
        using var bicep = new Bicep();
        bicep.Change(environment, change);
        return new Prediction(await bicep.SnapshotAsync(environment));
    }
}
