using Sakip.Storage;

namespace Sakip.Collection;

internal static class EvidenceKeys
{
    public const string Prefix = "evidence|";

    /// <summary>Written with each offer and each file that is kept, so that limits hold when several come at once.</summary>
    public const string Gate = "evidence-gate";

    public static string Row(string id) => Prefix + id;

    /// <summary>In the year's partition: the same file in another period is found by its hash.</summary>
    public static string Index(string sha256, string quarter, string subUnit, string id) =>
        Keys.Join("evidence", sha256, quarter, subUnit, id);
}
