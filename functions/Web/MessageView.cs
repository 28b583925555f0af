namespace Sakip.Functions.Web;

/// <summary>What happened and what to do about it.</summary>
internal sealed record MessageView(string Title, string What, string Remedy);
