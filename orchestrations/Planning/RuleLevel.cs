namespace Sakip.Planning;

/// <summary>An office's own level for a rule.</summary>
internal sealed record RuleLevel(string Code, FindingLevel Level);
