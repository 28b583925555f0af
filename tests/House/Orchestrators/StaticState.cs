using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sakip.Tests.House.Orchestrators;

/// <summary>
/// Finds state in orchestrators' files that outlives a turn: no rule of the analyzers looks for it. Getters and
/// constructors are refused with it, since those rules follow methods alone.
/// </summary>
internal static class StaticState
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Sakip.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <param name="sources">Path and text of every file of the project, those of orchestrators among them.</param>
    public static IReadOnlyList<string> In(
        IEnumerable<(string Path, string Text)> sources,
        CancellationToken cancellation
    )
    {
        const string Usings =
            "global using System; global using System.Collections.Generic; global using System.Linq;"
            + "global using System.Threading; global using System.Threading.Tasks;";
        var trees = sources
            .Append(("Usings.cs", Usings))
            .Select(one => CSharpSyntaxTree.ParseText(one.Item2, path: one.Item1, cancellationToken: cancellation))
            .ToArray();
        var compilation = CSharpCompilation.Create(
            "Orchestrators",
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        return
        [
            .. from tree in trees
            where tree.FilePath.EndsWith(".orchestrator.cs", StringComparison.Ordinal)
            let model = compilation.GetSemanticModel(tree)
            from node in tree.GetRoot(cancellation).DescendantNodes()
            let fault = Declared(node) ?? Used(node, model, cancellation)
            where fault is not null
            select $"{Path.GetFileName(tree.FilePath)}: {fault}",
        ];
    }

    private static string? Declared(SyntaxNode node) =>
        node switch
        {
            FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) => $"declares {field}",
            PropertyDeclarationSyntax or ConstructorDeclarationSyntax or EventFieldDeclarationSyntax =>
                $"declares {node}",
            _ => null,
        };

    private static string? Used(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not IdentifierNameSyntax name)
            return null;
        return model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            IFieldSymbol { IsStatic: true, IsConst: false } field when !field.IsReadOnly || IsChangeable(field.Type) =>
                $"uses {field}",
            IPropertySymbol { IsStatic: true } property
                when property.SetMethod is not null || IsChangeable(property.Type) => $"uses {property}",
            _ => null,
        };
    }

    private static bool IsChangeable(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || (
            type.TypeKind == TypeKind.Class
            && type.ContainingNamespace.ToDisplayString()
                is "System.Collections.Generic"
                    or "System.Collections.Concurrent"
                    or "System.Text"
        );
}
