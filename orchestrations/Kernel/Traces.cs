using System.Diagnostics;

namespace Sakip.Kernel;

/// <summary>
/// The trace that joins a request with what follows from it. An orchestration cannot carry one by itself, so the trace
/// goes along in messages and stands beside what was decided.
/// </summary>
internal static class Traces
{
    /// <summary>Name of the app's own activity source and meter.</summary>
    public const string Source = "Sakip";

    private static readonly ActivitySource Spans = new(Source);

    /// <summary>The W3C parent of whatever runs here; null outside of any trace.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>The id that all parts of the trace share; null where the text is no W3C parent.</summary>
    public static string? IdOf(string? trace) =>
        ActivityContext.TryParse(trace, null, out var context) ? context.TraceId.ToHexString() : null;

    /// <summary>Goes on in the trace until disposed; does nothing where there is none.</summary>
    public static Activity? Continue(string name, string? trace)
    {
        if (!ActivityContext.TryParse(trace, null, isRemote: true, out var context))
            return null;
        return Spans.StartActivity(name, ActivityKind.Internal, context)
            ?? new Activity(name).SetParentId(trace!).Start();
    }
}
