namespace Sakip.Tests.Functions;

/// <summary>
/// An office with the limits of production, for the tests of those limits. Each of its tests has a mailbox of its own, or
/// asks it seldom.
/// </summary>
public sealed class LimitedOffice : RunningOffice
{
    protected override bool IsLimited => true;
}
