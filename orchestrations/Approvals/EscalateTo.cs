namespace Sakip.Approvals;

internal enum EscalateTo
{
    Planner,
    Head,
    OfficeHead,
}
