using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sakip.Tests.House.Packages;

/// <summary>Nothing of ours is declared where the packages declare theirs: the app is built on the real ones alone.</summary>
public sealed class NamespaceTests
{
    [Fact]
    public void No_type_of_ours_lives_in_a_namespace_of_the_packages()
    {
        var built = Repository.Built().ToList();

        Assert.Contains(built, file => Path.GetFileName(file) == "Sakip.Orchestrations.dll");
        Assert.Contains(built, file => Path.GetFileName(file) == "Sakip.Functions.dll");
        Assert.Empty(built.SelectMany(Foreign).Distinct());
    }

    private static List<string> Foreign(string file)
    {
        using var assembly = new PEReader(File.OpenRead(file));
        var metadata = assembly.GetMetadataReader();
        var types =
            from handle in metadata.TypeDefinitions
            let type = metadata.GetTypeDefinition(handle)
            let space = metadata.GetString(type.Namespace)
            where IsOfPackages(space) && !IsMadeByTheCompiler(metadata, type)
            select $"{Path.GetFileName(file)}: {space}.{metadata.GetString(type.Name)}";
        return [.. types];
    }

    private static bool IsOfPackages(string space) =>
        space is "Microsoft" or "System"
        || space.StartsWith("Microsoft.", StringComparison.Ordinal)
        || space.StartsWith("System.", StringComparison.Ordinal);

    // Attributes that the compiler embeds, and the code that the framework's own generators write.
    private static bool IsMadeByTheCompiler(MetadataReader metadata, TypeDefinition type) =>
        type.GetCustomAttributes()
            .Select(handle => AttributeName(metadata, metadata.GetCustomAttribute(handle)))
            .Any(name => name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute" or "EmbeddedAttribute");

    private static string AttributeName(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind == HandleKind.MethodDefinition)
        {
            var method = metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor);
            return metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name);
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        return member.Parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)
            : "";
    }
}
