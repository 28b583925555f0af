namespace Sakip.Recovery;

/// <summary>An instance that has not finished, as the engine tells it.</summary>
internal sealed record OpenInstance(
    string Id,
    string Name,
    string State,
    DateTimeOffset Created,
    DateTimeOffset Updated
);
