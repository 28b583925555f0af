namespace Sakip.Tests.Functions;

/// <summary>Apps that run in the tests' own process: one after the other, for they share what a process has once.</summary>
[CollectionDefinition(Name)]
public sealed class InThisProcess
{
    public const string Name = "apps in this process";
}
