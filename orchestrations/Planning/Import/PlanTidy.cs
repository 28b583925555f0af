using System.Text.Json.Nodes;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Makes the texts of a plan or of a budget revision tidy where they stand in its JSON.</summary>
internal static class PlanTidy
{
    /// <returns>What was changed, each by its path.</returns>
    public static IReadOnlyList<PlanError> Tidy(JsonNode root)
    {
        var changes = new List<PlanError>();
        foreach (var text in PlanTexts.Of(root).ToList())
        {
            var given = text.Value.GetValue<string>();
            var tidy = Of(text.Kind, given);
            if (tidy == given)
                continue;
            text.Value.ReplaceWith(tidy);
            changes.Add(new PlanError(text.Path, Told(given, tidy)));
        }

        return changes;
    }

    /// <summary>The tidy form of a text by what its column holds.</summary>
    public static string Of(ColumnKind kind, string text) =>
        kind switch
        {
            ColumnKind.Long => TidyText.Block(text),
            ColumnKind.Mail => TidyText.Address(text),
            ColumnKind.Digits => TidyText.Digits(text),
            _ => TidyText.Line(text),
        };

    /// <summary>How a change is told: what went, and what stands now.</summary>
    public static string Told(string given, string tidy) =>
        $"dibersihkan: {TidyText.Difference(given, tidy)}. Menjadi \"{(tidy.Length <= 120 ? tidy : tidy[..119] + "…")}\".";
}
