namespace Sakip.Functions.Planning;

internal sealed record AcceptedRevision(int Sequence);
