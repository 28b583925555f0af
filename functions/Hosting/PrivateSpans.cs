using System.Diagnostics;
using OpenTelemetry;

namespace Sakip.Functions.Hosting;

/// <summary>Cleans spans before they are exported.</summary>
internal sealed class PrivateSpans : BaseProcessor<Activity>
{
    private static readonly string[] Queries = ["url.query", "http.query", "query.string"];

    public override void OnEnd(Activity data)
    {
        data.DisplayName = Redaction.Clean(data.DisplayName);
        foreach (var (key, value) in data.TagObjects.ToArray())
        {
            if (Queries.Contains(key))
                data.SetTag(key, null);
            else if (value is string text)
                data.SetTag(key, Redaction.Clean(text));
            else if (value is IEnumerable<string> texts)
                data.SetTag(key, texts.Select(Redaction.Clean).ToArray());
        }

        if (data.StatusDescription is { } description)
            data.SetStatus(data.Status, Redaction.Clean(description));
        // The events of a span cannot be changed, so a span whose events say too much is dropped.
        if (
            data.Events.Any(happened => happened.Tags.Any(tag => Redaction.IsDirty(tag.Value)))
            || data.Links.Any(link => link.Tags?.Any(tag => Redaction.IsDirty(tag.Value)) == true)
        )
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
