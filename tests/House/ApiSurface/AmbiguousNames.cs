using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sakip.Tests.House.ApiSurface;

/// <summary>
/// Finds simple names that would mean something else, or two things, against the real packages: the listing has a type
/// of that name in a namespace that the file imports, and the embedded runtime does not declare it.
/// </summary>
internal sealed class AmbiguousNames(Listing listing, IEnumerable<Type> declared)
{
    private readonly HashSet<(string, string, int)> undeclared =
        [.. listing.Types().Except(declared.Select(type =>
            (type.Namespace!, type.Name.Split('`')[0], type.GetGenericArguments().Length)))];

    /// <summary>The ambiguous names of one file.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="everywhere">The namespaces that the project imports in every file.</param>
    public IReadOnlyList<string> In(string source, IEnumerable<string> everywhere)
    {
        var root = CSharpSyntaxTree
            .ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot();
        var imported = root.DescendantNodes()
            .OfType<UsingDirectiveSyntax>()
            .Where(import => import.Alias is null && import.StaticKeyword == default)
            .Select(import => import.Name!.ToString()).Concat(everywhere).ToHashSet();
        return
        [
            .. from name in Names(root).Distinct()
               from space in imported
               where undeclared.Contains((space, name.Name, name.Arity))
                   || undeclared.Contains((space, name.Name + "Attribute", name.Arity))
               select $"{name.Name} ({space})",
        ];
    }

    /// <summary>The namespaces that a text's <c>global using</c> directives import.</summary>
    public static IEnumerable<string> Imports(string source) =>
        from line in source.Split('\n')
        let words = line.Trim().TrimEnd(';').Replace("global ", "", StringComparison.Ordinal)
        where words.StartsWith("using ", StringComparison.Ordinal) && !words.Contains('=', StringComparison.Ordinal)
        select words["using ".Length..].Trim();

    private static IEnumerable<(string Name, int Arity)> Names(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is BaseTypeDeclarationSyntax type)
                yield return (type.Identifier.Text, (type as TypeDeclarationSyntax)?.Arity ?? 0);
            else if (node is SimpleNameSyntax name && !IsQualified(name))
                yield return (name.Identifier.Text, name.Arity);
        }
    }

    // Names that cannot be types: the right of a dot, an argument's or a property's name.
    private static bool IsQualified(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax qualified => qualified.Right == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        _ => false,
    };
}
