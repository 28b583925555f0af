using Microsoft.AspNetCore.Http;

namespace Sakip.Functions.Access;

/// <summary>The anti-forgery value of forms: sealed for the session, in a field or, for scripts, in a header.</summary>
internal static class FormTokens
{
    public const string Purpose = "form";

    public const string Field = "penanda";

    public const string Header = "X-Penanda";

    internal static async Task<string?> OfAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Headers.TryGetValue(Header, out var header))
            return header.ToString();
        if (!request.HasFormContentType)
            return null;
        return (await request.ReadFormAsync(cancellation)).TryGetValue(Field, out var field) ? field.ToString() : null;
    }
}
