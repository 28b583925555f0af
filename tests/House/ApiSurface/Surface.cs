using System.Reflection;

namespace Sakip.Tests.House.ApiSurface;

/// <summary>
/// Compares what an assembly declares in Microsoft.* namespaces with the listing of the real packages.
/// </summary>
internal static class Surface
{
    /// <summary>
    /// One line for each type or member that is not listed as it is declared, and for each missing overload.
    /// </summary>
    public static IReadOnlyList<string> Differences(Assembly assembly, Listing listing)
    {
        var differences = new List<string>();
        foreach (var type in assembly.GetTypes().Where(IsDeclaredApi))
        {
            if (!listing.TypeLines.Contains(TypeLine.Of(type)))
                differences.Add($"type not listed: {TypeLine.Of(type)}");
            var name = TypeText.Declaring(type);
            var members = MemberText.Of(type).ToList();
            var listed = listing.MembersOf(name);
            differences.AddRange(members.Where(member => !listed.Contains(member.Text))
                .Select(member => $"member not listed: {name} :: {member.Text}"));
            differences.AddRange(
                from overloads in members.Select(member => member.Name).Distinct()
                from missing in listing.Overloads(name, overloads).Except(members.Select(member => member.Text))
                select $"overload missing: {name} :: {missing}");
        }
        return differences;
    }

    private static bool IsDeclaredApi(Type type) =>
        type.IsVisible && type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true;
}
