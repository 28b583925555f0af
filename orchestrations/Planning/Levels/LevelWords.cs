namespace Sakip.Planning;

/// <summary>Indonesian words for levels and ways.</summary>
internal static class LevelWords
{
    public static string Of(IndicatorLevel level) =>
        level switch
        {
            IndicatorLevel.Goal => "Tujuan",
            IndicatorLevel.Objective => "Sasaran",
            IndicatorLevel.Programme => "Program",
            IndicatorLevel.Activity => "Kegiatan",
            _ => "Sub kegiatan",
        };

    /// <summary>As in "jumlah target a, b".</summary>
    public static string Noun(this ParentWay way) => Of(way).ToLowerInvariant();

    public static string Of(ParentWay way) => Choices.ParentWay.WordOf($"{way}");
}
