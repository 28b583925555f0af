namespace Sakip.Host.Control;

/// <summary>The page of the virtual clock, for a person who tries a year by hand. Times are WITA.</summary>
internal static class ClockPage
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(8, 0)), Wita);

    public static string Write(DateTimeOffset now, DateTimeOffset? deadline, bool isHeld, string mark, string? problem)
    {
        using var page = new StreamReader(typeof(ClockPage).Assembly.GetManifestResourceStream("clock.html")!);
        return new StringBuilder(page.ReadToEnd())
            .Replace("{sekarang}", Text(now))
            .Replace("{gerak}", isHeld ? "berhenti sampai dimajukan" : "berdetak seperti biasa dan dapat dimajukan")
            .Replace("{tenggat}", deadline is { } due ? Text(due) : "tidak ada yang ditunggu")
            .Replace("{penanda}", mark)
            .Replace(
                "{masalah}",
                problem is null ? "" : $"<p class=\"masalah\" role=\"alert\">{WebUtility.HtmlEncode(problem)}</p>"
            )
            .ToString();
    }

    private static string Text(DateTimeOffset instant) =>
        instant.ToOffset(Wita).ToString("dddd, d MMMM yyyy 'pukul' HH.mm 'WITA'", Indonesian);
}
