namespace Sakip.Approvals;

public enum Decision
{
    Signed,
    Submitted,
    Approved,
    Verified,
    Returned,

    /// <summary>The deadline closed the step: nothing is approved by silence.</summary>
    Expired,
}
