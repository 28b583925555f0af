namespace Sakip.Functions.Agreements;

internal sealed record CalledRevision(int Number);
