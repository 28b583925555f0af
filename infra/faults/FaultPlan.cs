namespace Sakip.Faults;

/// <summary>Which writes fail. What has a name fails once before and once after its effect; then it passes.</summary>
/// <param name="name">The name of a write; what has none never fails.</param>
/// <param name="told">Hears of every failure: its number and the write.</param>
internal sealed class FaultPlan(Func<string, string?> name, Action<int, string>? told = null)
{
    /// <summary>
    /// What a signature makes differs in its bytes each time, so writes of one shape at one instant fail this
    /// often at most.
    /// </summary>
    private const int MostOfOneShape = 24;

    private readonly Lock _access = new();
    private readonly HashSet<(string Name, StoreMoment Moment)> _failed = [];
    private readonly Dictionary<(DateTimeOffset At, string Shape, StoreMoment Moment), int> _shapes = [];

    public int Failures { get; private set; }

    /// <summary>The names that have failed on both sides of their effect.</summary>
    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_access)
            {
                return
                [
                    .. _failed
                        .Where(failure =>
                            failure.Moment == StoreMoment.AfterEffect
                            && _failed.Contains((failure.Name, StoreMoment.BeforeEffect))
                        )
                        .Select(failure => failure.Name),
                ];
            }
        }
    }

    public static FaultPlan Nothing() => new(_ => null);

    /// <summary>Every write fails; where the clock and the timers stand is one each, on whatever day.</summary>
    public static FaultPlan EveryWrite(Action<int, string>? told = null) =>
        new(write => IsOfClock(write) ? WriteSite.Of(write) : write, told);

    /// <summary>Of all writes that come from one place the first one fails.</summary>
    public static FaultPlan EverySite(Action<int, string>? told = null) => new(WriteSite.Of, told);

    /// <summary>Whether a write fails at this moment: it does so once.</summary>
    public bool Fails(DateTimeOffset at, StoreMoment moment, IReadOnlyList<string> writes, string? shape = null)
    {
        lock (_access)
        {
            var fails = false;
            foreach (var write in writes)
            {
                if (name(write) is not { } named || _failed.Contains((named, moment)))
                    continue;
                if (IsTooOften(at, name(shape ?? write)!, moment))
                    continue;
                fails |= _failed.Add((named, moment));
            }

            if (fails)
            {
                Failures++;
                told?.Invoke(Failures, $"{moment} {string.Join(", ", writes)}");
            }

            return fails;
        }
    }

    private static bool IsOfClock(string write) =>
        write.StartsWith("clock ", StringComparison.Ordinal) || write.StartsWith("timer:", StringComparison.Ordinal);

    private bool IsTooOften(DateTimeOffset at, string shape, StoreMoment moment)
    {
        var count = _shapes.GetValueOrDefault((at, shape, moment));
        _shapes[(at, shape, moment)] = count + 1;
        return count >= MostOfOneShape;
    }
}

/// <summary>The power is gone: what the host does from here on has no effect.</summary>
internal sealed class PowerCutException() : Exception("The power is gone.");
