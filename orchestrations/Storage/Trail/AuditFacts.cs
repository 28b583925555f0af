namespace Sakip.Storage;

/// <summary>Who did what, in which role, as the chain will carry it: names, ids and hashes only.</summary>
internal sealed record AuditFacts(
    string Actor,
    string Role,
    string Action,
    string? DocumentHash = null,
    string? Note = null,
    string? Where = null,
    string? Trace = null
);
