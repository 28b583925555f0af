namespace Sakip.Functions.Agreements;

/// <param name="Attempt">The draft that came back.</param>
internal sealed record CancellationCall(string? Reason, string? By, int Attempt);
