using Sakip.Approvals;

namespace Sakip.Functions.Approvals;

/// <summary>The open steps of a year, and the form that names an acting official.</summary>
internal sealed record OpenStepsView(
    string Base,
    IReadOnlyList<OpenStep> Steps,
    IReadOnlyList<(string Code, string Name)> Posts,
    IReadOnlyList<(string Code, string Name)> Officials,
    IReadOnlyDictionary<string, string> Typed,
    string? Notice,
    string? Error
)
{
    public string Value(string name) => Typed.GetValueOrDefault(name, "");
}
