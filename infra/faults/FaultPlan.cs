using Sakip.Embedded.Engine;

namespace Sakip.Faults;

/// <summary>
/// Which writes fail. Every write, known by its name and its instant, fails once before and once after its effect; then
/// it passes.
/// </summary>
/// <param name="covers">The instants whose writes fail.</param>
/// <param name="told">Hears of every failure: its number and the write.</param>
internal sealed class FaultPlan(Func<DateTimeOffset, bool> covers, Action<int, string>? told = null)
{
    /// <summary>
    /// What a signature makes differs in its bytes each time, so writes of one shape at one instant fail this often at
    /// most.
    /// </summary>
    private const int MostOfOneShape = 24;

    private readonly Lock _access = new();
    private readonly HashSet<(string Write, StoreMoment Moment)> _failed = [];
    private readonly Dictionary<string, int> _shapes = [];

    public int Failures { get; private set; }

    /// <summary>How many writes have failed on both sides of their effect.</summary>
    public int Writes
    {
        get
        {
            lock (_access) return _failed.Count(failure => failure.Moment == StoreMoment.AfterEffect);
        }
    }

    /// <summary>Whether a write fails at this moment: it does so once.</summary>
    public bool Fails(DateTimeOffset at, StoreMoment moment, IReadOnlyList<string> writes, string? shape = null)
    {
        if (!covers(at)) return false;
        lock (_access)
        {
            var fails = false;
            foreach (var write in writes)
            {
                var name = FormattableString.Invariant($"{at.UtcTicks} {write}");
                if (_failed.Contains((name, moment))) continue;
                if (IsTooOften(FormattableString.Invariant($"{at.UtcTicks} {shape ?? write} {moment}"))) continue;
                fails |= _failed.Add((name, moment));
            }

            if (fails)
            {
                Failures++;
                told?.Invoke(Failures, $"{moment} {string.Join(", ", writes)}");
            }

            return fails;
        }
    }

    private bool IsTooOften(string shape)
    {
        var count = _shapes.GetValueOrDefault(shape);
        _shapes[shape] = count + 1;
        return count >= MostOfOneShape;
    }
}

/// <summary>The power is gone: what the host does from here on has no effect.</summary>
internal sealed class PowerCutException() : Exception("The power is gone.");
