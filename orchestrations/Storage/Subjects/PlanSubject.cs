using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>The plan of the year: its versions and the budget's revisions.</summary>
internal sealed record PlanSubject(OfficeYear Office) : Subject(Office)
{
    public const string Name = "plan";

    public override string Kind => Name;
    public override string Rest => "";
}
