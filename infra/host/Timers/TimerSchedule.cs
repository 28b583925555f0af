using Cronos;

namespace Sakip.Host.Timers;

/// <summary>When a timer function runs: a cron expression of five or six fields in UTC, or an interval.</summary>
internal sealed class TimerSchedule
{
    private readonly CronExpression? _cron;
    private readonly TimeSpan _interval;

    public TimerSchedule(string text)
    {
        Text = text.Trim();
        if (Text.Contains(':', StringComparison.Ordinal))
        {
            _interval =
                TimeSpan.TryParse(Text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero
                    ? span
                    : throw new FormatException("it is not a positive TimeSpan");
            return;
        }
        var fields = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields is not (5 or 6))
            throw new FormatException($"it has {fields} fields instead of five or six");
        _cron = CronExpression.Parse(Text, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
    }

    public string Text { get; }

    public static TimerSchedule? Read(Function function, IConfiguration configuration, ICollection<string> problems)
    {
        var missing = new List<string>();
        var text = SettingReferences.Resolve(function.Schedule, configuration, missing);
        foreach (var setting in missing)
            problems.Add($"Function '{function.Name}' needs the setting '{setting}' for its schedule.");
        if (missing.Count > 0)
            return null;
        try
        {
            return new TimerSchedule(text);
        }
        catch (FormatException error)
        {
            problems.Add($"Function '{function.Name}' has a bad schedule '{text}': {error.Message.TrimEnd('.')}.");
            return null;
        }
    }

    /// <summary>The first run after an instant; null when there is none any more.</summary>
    public DateTime? NextAfter(DateTime utc) => _cron is null ? utc + _interval : _cron.GetNextOccurrence(utc);
}
