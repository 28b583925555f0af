using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Reporting;

/// <param name="From">Where the part's content comes from.</param>
/// <param name="Url">Where what is missing is done; null where nothing is.</param>
internal sealed record PartLine(string Title, string From, string State, Tone Tone, string? Url);
