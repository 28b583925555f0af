namespace Sakip.Functions.Web.Components;

/// <summary>A choice of what a list shows.</summary>
internal sealed record FilterLink(string Label, string Url, bool IsCurrent);
