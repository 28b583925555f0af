using System.Text;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>The only place where table keys are made. Parts are escaped, so no part can forge another key.</summary>
internal static class Keys
{
    private const char Separator = '|';

    public static string Partition(OfficeYear office) =>
        Join(office.Unit, FormattableString.Invariant($"{office.Year}"));

    public static string Partition(Subject subject) =>
        Join(subject.Unit, FormattableString.Invariant($"{subject.Year}"), subject.Kind, subject.Rest);

    /// <summary>What the partitions of all subjects of a kind begin with.</summary>
    /// <param name="rest">What their ids begin with after the year.</param>
    public static string Partitions(OfficeYear office, string kind, string rest = "") =>
        Join(office.Unit, FormattableString.Invariant($"{office.Year}"), kind, rest);

    public static string Join(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            if (key.Length > 0)
                key.Append(Separator);
            Escape(part, key);
        }

        return key.ToString();
    }

    /// <summary>The first key after all keys that begin with the given parts: the end of a range query.</summary>
    public static string After(string prefix) => prefix + "}";

    private static void Escape(string part, StringBuilder key)
    {
        foreach (var character in part)
        {
            if (character is '/' or '\\' or '#' or '?' or '|' or '}' or '%' || char.IsControl(character))
            {
                key.Append('%')
                    .Append(((int)character).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                key.Append(character);
            }
        }
    }
}
