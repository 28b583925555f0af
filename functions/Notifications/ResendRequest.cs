namespace Sakip.Functions.Notifications;

/// <param name="Key">Key of one message; without it all that were given up are sent again.</param>
/// <param name="By">Code of the planner or administrator in whose name it is done.</param>
internal sealed record ResendRequest(string? Key, string? By);
