using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>Something that does not go on by itself.</summary>
/// <param name="Instance">Id of the durable instance concerned.</param>
/// <param name="Since">Since when, on the office's clock.</param>
/// <param name="Standing">What an instance says of its own waiting.</param>
internal sealed record TroubleFound(Trouble Kind, string Instance, DateTimeOffset Since, Standing? Standing = null);
