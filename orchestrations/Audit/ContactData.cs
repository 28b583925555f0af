using System.Text.RegularExpressions;

namespace Sakip.Audit;

/// <summary>Hides what identifies or reaches a person in free text: mail addresses, telephone and identity numbers.</summary>
internal static partial class ContactData
{
    public static string Mask(string text) => LongNumber().Replace(MailAddress().Replace(text, "[surel]"), "[nomor]");

    [GeneratedRegex(
        @"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MailAddress();

    // Ten digits or more, also in groups; amounts in rupiah have dots and stay.
    [GeneratedRegex(@"\+?\d(?:[ -]?\d){9,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();
}
