using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The texts that one version of the report asks for at once, so that each of their writers gets one letter.</summary>
internal sealed class AskedRow : Row
{
    /// <summary>Their sections, as a JSON list.</summary>
    public string Sections { get; set; } = "[]";

    public static string Key(int attempt) => Keys.Join("asked", FormattableString.Invariant($"{attempt:D4}"));
}
