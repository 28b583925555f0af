using System.Text.Json.Nodes;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>How long a text of an import may be: as long as the pages allow that show and change it later.</summary>
internal static class TextLimits
{
    /// <summary>Texts of several lines, narratives before all.</summary>
    public const int Block = 20_000;

    /// <summary>Names, titles, addresses.</summary>
    public const int Line = 500;

    public static IEnumerable<PlanError> Check(JsonNode root) =>
        from text in PlanTexts.Of(root)
        let length = text.Value.GetValue<string>().Length
        let most = text.Kind == ColumnKind.Long ? Block : Line
        where length > most
        select new PlanError(
            text.Path,
            $"Terlalu panjang: {IndonesianNumber.Number(length, 0)} huruf, paling banyak {IndonesianNumber.Number(most, 0)}. "
                + "Persingkat, atau pindahkan sebagian ke bagian lain."
        );
}
