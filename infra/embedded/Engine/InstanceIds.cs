using System.Text.RegularExpressions;

namespace Sakip.Embedded.Engine;

/// <summary>The instance ids that every supported backend takes: <c>[A-Za-z0-9_.:-]{1,100}</c>.</summary>
internal static partial class InstanceIds
{
    /// <exception cref="ArgumentException">The id has another form.</exception>
    public static string Require(string id, string parameter) => Form().IsMatch(id)
        ? id
        : throw new ArgumentException(
            $"'{id}' is no instance id: it takes 1 to 100 letters, digits and the characters _ . : -", parameter);

    [GeneratedRegex(@"\A[A-Za-z0-9_.:-]{1,100}\z")]
    private static partial Regex Form();
}
