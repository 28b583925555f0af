using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>The canonical form of a plan: equal plans have equal text and equal hash.</summary>
internal static class PlanWriter
{
    /// <summary>Canonical JSON with a line feed at its end.</summary>
    public static string Write(OfficePlan plan) => CanonicalJson.Serialize(plan);

    /// <inheritdoc cref="Write(OfficePlan)"/>
    public static string Write(BudgetRevision revision) => CanonicalJson.Serialize(revision);

    /// <summary>SHA-256 of the compact canonical form, lower-case hex.</summary>
    public static string Hash(OfficePlan plan) => CanonicalJson.Hash(plan);

    /// <inheritdoc cref="Hash(OfficePlan)"/>
    public static string Hash(BudgetRevision revision) => CanonicalJson.Hash(revision);
}
