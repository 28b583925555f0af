namespace Sakip.Embedded.Engine.History;

/// <summary>A whole history as it is written to a file.</summary>
internal sealed record ExportedHistory(string InstanceId, string Name, IReadOnlyList<HistoryEvent> Events);
