using System.Text.Json.Nodes;

namespace Sakip.Tests.House.Azure;

/// <summary>The test environment with every option turned on, predicted once for all tests.</summary>
internal static class Variants
{
    private static readonly Lazy<Task<Prediction>> Everything = new(() => Prediction.OfAsync("test", TurnOnEverything));

    private static readonly Lazy<Task<Prediction>> Bsre = new(() =>
        Prediction.OfAsync(
            "production",
            settings =>
            {
                settings["signing"]!["bsreIdentities"] = new JsonArray("biro/kabiro");
                settings["signing"]!["bsreFooter"] = "Ditandatangani dengan sertifikat BSrE.";
            }
        )
    );

    public static Task<Prediction> WithEverything => Everything.Value;

    /// <summary>Production with somebody who signs at BSrE.</summary>
    public static Task<Prediction> WithBsre => Bsre.Value;

    private static void TurnOnEverything(JsonNode settings)
    {
        settings["network"]!["private"] = true;
        settings["links"]!["keys"] = new JsonArray("k1", "k2");
        settings["audit"]!["formerKeys"] = new JsonArray("k0");
        settings["mail"]!["user"] = "sakip";
        settings["mail"]!["certificateSha256"] = new string('b', 64);
        settings["whatsapp"]!["endpoint"] = "https://wa.kantor.example";
        settings["signing"]!["method"] = "Certificate";
        settings["signing"]!["trustedRoots"] = new JsonArray("TUlJQg==");
        settings["officeKeys"] = new JsonArray(
            new JsonObject { ["unit"] = "bappeda", ["sha256"] = new string('a', 64) }
        );
        settings["telemetry"]!["hostRequests"] = true;
        settings["entra"]!["clientId"] = "00000000-0000-0000-0000-00000000000e";
    }
}
