using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Tests.House.Capabilities;

/// <summary>
/// The capabilities of the app stand on each other in one order, ground first, and form no circle. What a lower one needs
/// of a higher one it asks for by an interface of its own, which the higher one implements.
/// </summary>
public sealed class CapabilityOrderTests
{
    private const int LargestKernel = 40;

    /// <summary>The one list: a folder of orchestrations may use itself and what stands before it.</summary>
    private static readonly string[] Order =
    [
        "Kernel",
        "Workbooks",
        "Documents",
        "Storage",
        "Audit",
        "Calendar",
        "Planning",
        "Evaluation",
        "Signing",
        "Notifications",
        "Approvals",
        "Access",
        "Webhooks",
        "Consistency",
        "Agreements",
        "AnnualCycle",
        "Collection",
        "Reporting",
        "Recovery",
    ];

    private static readonly Lazy<Architecture> Built = new(() =>
        new ArchLoader().LoadAssemblies(typeof(OfficeStorage).Assembly).Build()
    );

    [Fact]
    public void No_capability_uses_one_that_stands_above_it()
    {
        var upward =
            from type in Built.Value.Types
            let own = RankOf(type)
            where own >= 0
            from dependency in type.Dependencies
            let used = RankOf(dependency.Target)
            where used > own
            select $"{Order[own]} -> {Order[used]}: {type.Name} uses {dependency.Target.Name}";

        Assert.Empty(upward.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Else nothing below would be found either.</summary>
    [Fact]
    public void What_an_asynchronous_method_uses_is_seen() =>
        Assert.Contains(
            Built.Value.Types.Single(type => type.FullName == typeof(LinkMaker).FullName).Dependencies,
            dependency => dependency.Target.FullName == typeof(RowKeys).FullName
        );

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        var folders = Directory
            .GetDirectories(Path.Combine(Repository.Root, "orchestrations"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("bin" or "obj"));

        Assert.Equal(Order.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_lies_in_the_namespace_of_its_folder()
    {
        var strangers =
            from file in Repository.Sources("orchestrations")
            let folder = Path.GetRelativePath(Path.Combine(Repository.Root, "orchestrations"), file).Split('/')[0]
            let line = File.ReadLines(file)
                .FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            where
                line is not null
                && !$"{line.TrimEnd(';')}.".StartsWith($"namespace Sakip.{folder}.", StringComparison.Ordinal)
            select $"{folder}/{Path.GetFileName(file)}: {line}";

        Assert.Empty(strangers);
    }

    [Fact]
    public void The_kernel_stays_small() =>
        Assert.InRange(Repository.Sources(Path.Combine("orchestrations", "Kernel")).Count(), 1, LargestKernel);

    /// <summary>Where the type's folder stands; -1 for what is none of the capabilities'.</summary>
    private static int RankOf(IType type) =>
        type.FullName.Split('.', '+', '`') is ["Sakip", var folder, _, ..] ? Array.IndexOf(Order, folder) : -1;
}
