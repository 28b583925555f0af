using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Sakip.Functions.Access;

/// <summary>
/// One link has one address. Whoever types or pastes a link brings along what stood behind it: a full stop, a bracket, a
/// blank, a slash. Such an address leads to the one without it, before anything is read.
/// </summary>
internal sealed class CanonicalLink : IFunctionsWorkerMiddleware
{
    private const int SealLength = 43;

    private static readonly string[] Prefixes = ["/tautan/", "/api/steps/"];

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext()?.Request is not { } request || Of(request.Path.Value) is not { } canonical)
            return next(context);
        context.GetInvocationResult().Value = Results.Redirect(
            canonical + request.QueryString.ToUriComponent(),
            permanent: true,
            preserveMethod: true
        );
        return Task.CompletedTask;
    }

    /// <summary>The address that stands for this one; null for an address that is canonical or no link's.</summary>
    public static string? Of(string? path)
    {
        var prefix = Prefixes.FirstOrDefault(one => path?.StartsWith(one, StringComparison.OrdinalIgnoreCase) == true);
        if (prefix is null)
            return null;
        var segments = Uri.UnescapeDataString(path![prefix.Length..]).Split('/');
        if (TokenOf(segments[0]) is not { } token)
            return null;
        var rest = segments.Skip(1).Where(segment => !segment.All(IsSurplus)).ToArray();
        if (rest is [.., var last])
            rest[^1] = last.TrimEnd().TrimEnd('.', ',', ';', ')', '>');
        // What is no part of any address of ours goes on as it came, and finds nothing.
        if (!rest.All(segment => segment.All(letter => letter == '.' || Alphabet.Contains(letter))))
            return null;
        var canonical = prefix + string.Join('/', [token, .. rest]);
        return canonical == path ? null : canonical;
    }

    /// <summary>The token at the beginning of a segment that goes on with nothing but surplus; null for anything else.</summary>
    private static string? TokenOf(string segment)
    {
        if (segment.Split('.', 4) is not ["v1", var key, var payload, var seal] || seal.Length < SealLength)
            return null;
        string[] parts = [key, payload, seal[..SealLength]];
        var isToken = parts.All(part => part.Length > 0 && part.All(Alphabet.Contains));
        return isToken && seal.Skip(SealLength).All(IsSurplus) ? $"v1.{string.Join('.', parts)}" : null;
    }

    // Padding is refused, not taken off: no link was ever written with it.
    private static bool IsSurplus(char letter) =>
        letter != '='
        && (
            char.IsPunctuation(letter)
            || char.IsSymbol(letter)
            || char.IsWhiteSpace(letter)
            || char.IsControl(letter)
            || char.GetUnicodeCategory(letter) == UnicodeCategory.Format
        );
}
