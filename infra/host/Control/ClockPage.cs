namespace Sakip.Host.Control;

/// <summary>The page of the virtual clock, for a person who tries a year by hand. Times are WITA.</summary>
internal static class ClockPage
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(8, 0)), Wita);

    public static string Write(DateTimeOffset now, DateTimeOffset? deadline, bool isHeld, string? problem) => $$"""
        <!doctype html>
        <html lang="id">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Jam percobaan</title>
          <style>
            body { font: 1rem/1.5 sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
            button { font: inherit; padding: .6rem 1rem; margin: 0 .5rem .5rem 0; }
            input { font: inherit; padding: .5rem; }
            .masalah { border-left: .3rem solid #b00020; padding-left: .8rem; }
          </style>
        </head>
        <body>
          <main>
            <h1>Jam percobaan</h1>
            <p>Sekarang: <strong>{{Text(now)}}</strong>. {{(isHeld
                ? "Jam ini berhenti sampai dimajukan."
                : "Jam ini berdetak seperti biasa dan dapat dimajukan.")}}</p>
            <p>Tenggat berikutnya: {{(deadline is { } due ? Text(due) : "tidak ada yang ditunggu")}}.</p>
            {{(problem is null ? "" : $"<p class=\"masalah\" role=\"alert\">{WebUtility.HtmlEncode(problem)}</p>")}}
            <form method="post" action="/.clock">
              <button name="maju" value="jam">Maju 1 jam</button>
              <button name="maju" value="hari">Maju 1 hari</button>
              <button name="maju" value="tenggat">Ke tenggat berikutnya</button>
            </form>
            <form method="post" action="/.clock">
              <label>Sampai pukul 08.00 tanggal <input type="date" name="sampai" required></label>
              <button name="maju" value="tanggal">Majukan</button>
            </form>
            <p>Di jalan, jam singgah pada setiap saat yang ditunggu aplikasi, sehingga pengingat dan tenggat berjalan
            berurutan. Waktu tidak dapat dimundurkan.</p>
          </main>
        </body>
        </html>
        """;

    private static string Text(DateTimeOffset instant) =>
        instant.ToOffset(Wita).ToString("dddd, d MMMM yyyy 'pukul' HH.mm 'WITA'", Indonesian);
}
