using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sakip.Tests.House.RealPackages;

/// <summary>The public surface of the real packages as an assembly without bodies, made from their listings.</summary>
internal static class StubAssembly
{
    private const int Passes = 12;

    public static (MetadataReference Reference, IReadOnlyCollection<string> LeftOut) Make(
        StubSource source, IReadOnlyList<MetadataReference> framework, CancellationToken cancellation)
    {
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        var further = new List<(string Type, string Line)>();
        for (var pass = 0; pass < Passes; pass++)
        {
            var text = source.Write(leftOut, further.ToLookup(one => one.Type, one => one.Line));
            var tree = CSharpSyntaxTree.ParseText(text, Options, cancellationToken: cancellation);
            var compilation = CSharpCompilation.Create("Real.Packages", [tree], framework, Compile);
            var errors = compilation
                .GetDiagnostics(cancellation)
                .Where(one => one.Severity == DiagnosticSeverity.Error)
                .ToArray();
            if (errors.Length == 0)
                return (Emit(compilation), leftOut);
            var lines = text.Split('\n');
            var before = leftOut.Count + further.Count;
            foreach (var error in errors.Where(error => error.Id is not ("CS0535" or "CS0534" or "CS0738")))
                leftOut.Add(lines[error.Location.GetLineSpan().StartLinePosition.Line]);
            // What a left-out line declares may be what an interface asks for: only then are the gaps filled.
            if (leftOut.Count == before - further.Count)
                further.AddRange(Gaps(compilation, tree, cancellation).Except(further));
            if (leftOut.Count + further.Count == before)
            {
                throw new InvalidOperationException(
                    string.Join(
                        '\n',
                        errors
                            .Take(20)
                            .Select(error => $"{error} | {lines[error.Location.GetLineSpan().StartLinePosition.Line]}")));
            }
        }

        throw new InvalidOperationException("The listings' source does not come to rest.");
    }

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.Latest);

    private static CSharpCompilationOptions Compile { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(20)));
        return MetadataReference.CreateFromImage(image.ToArray().ToImmutableArray());
    }

    // Interface members that the listing does not show, because the real types have them explicitly or from internal bases.
    private static IEnumerable<(string, string)> Gaps(
        CSharpCompilation compilation,
        SyntaxTree tree,
        CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes().OfType<TypeDeclarationSyntax>())
        {
            if (model.GetDeclaredSymbol(declaration, cancellation) is not { TypeKind: not TypeKind.Interface } type)
                continue;
            var name = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
            foreach (var missing in type.AllInterfaces.SelectMany(one => one.GetMembers())
                .Where(member => member.IsAbstract && type.FindImplementationForInterfaceMember(member) is null))
            {
                if (Text(missing) is { } line) yield return (name, line);
            }

            for (var parent = type.BaseType; parent is not null && !type.IsAbstract; parent = parent.BaseType)
            {
                foreach (
                    var member in parent
                        .GetMembers()
                        .OfType<IMethodSymbol>()
                        .Where(one =>
                            one.IsAbstract && one.MethodKind == MethodKind.Ordinary && !IsOverridden(type, one)))
                {
                    yield return (
                        name,
                        $"public override {member.ReturnType.ToDisplayString(Format)} {member.Name}({Parameters(member)}) => throw null!;");
                }

                foreach (
                    var property in parent
                        .GetMembers()
                        .OfType<IPropertySymbol>()
                        .Where(one => one.IsAbstract && !IsOverridden(type, one)))
                {
                    yield return (
                        name,
                        $"public override {property.Type.ToDisplayString(Format)} {property.Name} {Accessors(property)}");
                }
            }
        }
    }

    private static bool IsOverridden(INamedTypeSymbol type, ISymbol member)
    {
        for (
            var owner = type;
            owner is not null && !SymbolEqualityComparer.Default.Equals(owner, member.ContainingType);
            owner = owner.BaseType)
        {
            if (
                owner
                    .GetMembers(member.Name)
                    .Any(one =>
                        SymbolEqualityComparer.Default.Equals(
                            (one as IMethodSymbol)?.OverriddenMethod
                                ?? (ISymbol?)(one as IPropertySymbol)?.OverriddenProperty,
                            member)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Text(ISymbol member)
    {
        var owner = member.ContainingType.ToDisplayString(Format);
        return member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method =>
                $"{method.ReturnType.ToDisplayString(Format)} {owner}.{method.Name}{Generic(method)}({Parameters(method)}) => throw null!;",
            IPropertySymbol { IsIndexer: true } indexer =>
                $"{indexer.Type.ToDisplayString(Format)} {owner}.this[{string.Join(", ", indexer.Parameters.Select(Parameter))}] {Accessors(indexer)}",
            IPropertySymbol property =>
                $"{property.Type.ToDisplayString(Format)} {owner}.{property.Name} {Accessors(property)}",
            _ => null,
        };
    }

    private static string Generic(IMethodSymbol method) =>
        method.TypeParameters.Length == 0
            ? ""
            : $"<{string.Join(", ", method.TypeParameters.Select(one => one.Name))}>";

    private static string Parameters(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(Parameter));

    private static string Parameter(IParameterSymbol parameter) =>
        $"{parameter.Type.ToDisplayString(Format)} {parameter.Name}";

    private static string Accessors(IPropertySymbol property) =>
        "{ "
        + (property.GetMethod is null ? "" : "get => throw null!; ")
        + (property.SetMethod is null ? "" : "set { } ")
        + "}";

    private static SymbolDisplayFormat Format { get; } =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
}
