using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Web.Api;

/// <summary>Entity tags, and the conditions that a request puts on them.</summary>
internal static class Preconditions
{
    public static string TagOf(ReadOnlySpan<byte> content) => $"\"{BlobVault.HashOf(content)[..32]}\"";

    /// <summary>The tag of a value as it is answered in JSON.</summary>
    public static string TagOfJson<T>(T value) => TagOf(SakipJson.Bytes(value).AsSpan());

    /// <summary>
    /// Null when the change may go on: the request has no <c>If-Match</c>, or it names what stands now; else the answer,
    /// 412.
    /// </summary>
    /// <param name="current">Tag of what stands now.</param>
    public static IResult? Refuse(HttpRequest request, string current)
    {
        var wanted = request.Headers.IfMatch.ToString();
        return wanted.Length == 0 || Matches(wanted, current)
            ? null
            : Answers.Problem(
                412,
                "Data sudah berubah",
                "Yang tersimpan bukan lagi yang Anda baca. Baca ulang, lalu kirim lagi."
            );
    }

    /// <summary>Whether a list of tags (or <c>*</c>) names the tag; weak tags count as equal.</summary>
    public static bool Matches(string list, string tag) =>
        list.Trim() == "*"
        || (
            EntityTagHeaderValue.TryParseList([list], out var tags)
            && tags.Any(one => one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false))
        );
}
