using Microsoft.Extensions.Options;
using Sakip.Approvals;

namespace Sakip.Functions.Approvals;

/// <summary>Refuses to start without keys that links can be signed with.</summary>
internal sealed class LinkOptionsCheck : IValidateOptions<LinkOptions>
{
    private const int SmallestKey = 32;

    // The name stands in every link, which must stay below 260 characters.
    private const int LongestId = 8;

    public ValidateOptionsResult Validate(string? name, LinkOptions options)
    {
        var failures = new List<string>();
        if (!options.Keys.ContainsKey(options.ActiveKey))
            failures.Add("Links:ActiveKey names no key of Links:Keys.");
        foreach (var (id, key) in options.Keys)
        {
            if (
                id.Length is 0 or > LongestId
                || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            )
            {
                failures.Add($"Links:Keys:{id}: a key's name has 1 to {LongestId} letters, digits, '-' or '_'.");
            }

            var buffer = new byte[key.Length];
            if (!Convert.TryFromBase64String(key, buffer, out var length) || length < SmallestKey)
                failures.Add($"Links:Keys:{id} is not base64 of at least {SmallestKey} bytes.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
