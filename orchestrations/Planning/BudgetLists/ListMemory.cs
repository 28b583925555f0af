namespace Sakip.Planning;

/// <summary>
/// What the office decided before on the nodes of its budgets, by their codes: the version in force first, then earlier
/// ones, then the year before. What the finance system does not know is taken from here.
/// </summary>
internal sealed class ListMemory
{
    private readonly Dictionary<string, Budget.Programme> _programmes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Budget.Activity> _activities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Budget.SubActivity> _subs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <param name="budgets">The last first.</param>
    public ListMemory(IReadOnlyList<Budget> budgets)
    {
        Current = budgets[0];
        foreach (var budget in budgets)
        {
            foreach (var programme in budget.Programmes)
                _programmes.TryAdd(SpendingCode.Key(programme.Code), programme);
            foreach (var activity in budget.Activities())
                _activities.TryAdd(SpendingCode.Key(activity.Code), activity);
            foreach (var sub in budget.SubActivities())
                _subs.TryAdd(SpendingCode.Key(sub.Code), sub);
            foreach (var (printed, code) in budget.Source?.Codes ?? new Dictionary<string, string>())
                _codes.TryAdd(printed, code);
        }
    }

    public Budget Current { get; }

    public Budget.Programme? Programme(string code) => _programmes.GetValueOrDefault(SpendingCode.Key(code));

    public Budget.Activity? Activity(string code) => _activities.GetValueOrDefault(SpendingCode.Key(code));

    public Budget.SubActivity? Sub(string code) => _subs.GetValueOrDefault(SpendingCode.Key(code));

    /// <summary>What the budget calls the code that a list prints; null where nobody said so.</summary>
    public string? CodeOf(string printed) => _codes.GetValueOrDefault(printed);
}
