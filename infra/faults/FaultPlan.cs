using Sakip.Embedded.Engine;

namespace Sakip.Faults;

/// <summary>Which writes fail. What has a name fails once before and once after its effect; then it passes.</summary>
/// <param name="name">The name of a write at an instant; what has none never fails.</param>
/// <param name="told">Hears of every failure: its number and the write.</param>
internal sealed class FaultPlan(Func<DateTimeOffset, string, string?> name, Action<int, string>? told = null)
{
    /// <summary>
    /// What a signature makes differs in its bytes each time, so writes of one shape at one instant fail this often at
    /// most.
    /// </summary>
    private const int MostOfOneShape = 24;

    private readonly Lock _access = new();
    private readonly HashSet<(string Name, StoreMoment Moment)> _failed = [];
    private readonly Dictionary<(string Shape, StoreMoment Moment), int> _shapes = [];

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
                    .. _failed.Where(failure => failure.Moment == StoreMoment.AfterEffect
                        && _failed.Contains((failure.Name, StoreMoment.BeforeEffect))).Select(failure => failure.Name),
                ];
            }
        }
    }

    public static FaultPlan Nothing() => new((_, _) => null);

    /// <summary>Every write at every instant fails.</summary>
    public static FaultPlan EveryWrite(Action<int, string>? told = null) =>
        new((at, write) => FormattableString.Invariant($"{at.UtcTicks} {write}"), told);

    /// <summary>Of all writes that come from one place the first one fails.</summary>
    public static FaultPlan EverySite(Action<int, string>? told = null) => new((_, write) => WriteSite.Of(write), told);

    /// <summary>Whether a write fails at this moment: it does so once.</summary>
    public bool Fails(DateTimeOffset at, StoreMoment moment, IReadOnlyList<string> writes, string? shape = null)
    {
        lock (_access)
        {
            var fails = false;
            foreach (var write in writes)
            {
                if (name(at, write) is not { } named || _failed.Contains((named, moment))) continue;
                if (IsTooOften(name(at, shape ?? write)!, moment)) continue;
                fails |= _failed.Add((named, moment));
            }

            if (fails)
            {
                Failures++;
                told?.Invoke(Failures, $"{at:MM-dd HH:mm:ss} {moment} {string.Join(", ", writes)}");
            }

            return fails;
        }
    }

    private bool IsTooOften(string shape, StoreMoment moment)
    {
        var count = _shapes.GetValueOrDefault((shape, moment));
        _shapes[(shape, moment)] = count + 1;
        return count >= MostOfOneShape;
    }
}

/// <summary>The power is gone: what the host does from here on has no effect.</summary>
internal sealed class PowerCutException() : Exception("The power is gone.");
