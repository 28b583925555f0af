using System.Globalization;
using Sakip.Approvals;
using Sakip.Kernel;

namespace Sakip.Functions.Web;

/// <summary>Indonesian words and formats of the pages.</summary>
internal static class PageWords
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>The order of names in lists, the same on every machine.</summary>
    public static StringComparer Order { get; } = StringComparer.Create(Indonesian, ignoreCase: false);

    public static string Of(Decision decision) =>
        decision switch
        {
            Decision.Signed => "Ditandatangani",
            Decision.Submitted => "Laporan dikirim",
            Decision.Approved => "Disetujui",
            Decision.Verified => "Terverifikasi",
            Decision.Returned => "Dikembalikan untuk diperbaiki",
            Decision.Expired => "Ditutup karena tenggat terlampaui",
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "Unknown decision."),
        };

    /// <summary>"WITA": the zone in which the page tells times.</summary>
    public static string Zone => PageZone.Current.Word();

    /// <summary>Date and time in the office's zone: "12 Januari 2024 pukul 10.30 WITA".</summary>
    public static string Moment(DateTimeOffset at) =>
        $"{Local(at).ToString("d MMMM yyyy 'pukul' HH.mm", Indonesian)} {Zone}";

    /// <summary>"Senin, 15 April 2024 pukul 16.00 WITA": the day of a deadline, and when it ends.</summary>
    public static string Deadline(DateTimeOffset at) => $"{Day(at)} pukul 16.00 {Zone}";

    public static string Day(DateTimeOffset at) => Local(at).ToString("dddd, d MMMM yyyy", Indonesian);

    /// <summary>"Jumat, 1 Maret 2024".</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd, d MMMM yyyy", Indonesian);

    /// <summary>"12 Jan 2024": for tables and timelines.</summary>
    public static string ShortDay(DateTimeOffset at) => ShortDay(PageZone.Current.DateAt(at));

    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", Indonesian);

    /// <summary>"12 Jan 2024, 10.30": a moment for tables.</summary>
    public static string ShortMoment(DateTimeOffset at) => Local(at).ToString("d MMM yyyy, HH.mm", Indonesian);

    private static DateTimeOffset Local(DateTimeOffset at) => PageZone.Current.Local(at);

    public static string Number(decimal? value) => value?.ToString("#,##0.##", Indonesian) ?? "–";

    /// <summary>A known value as it would be typed into a field; nothing where there is none.</summary>
    public static string? Typed(decimal? value) => value?.ToString("0.##", Indonesian);

    public static string Rupiah(decimal? value) =>
        value is { } amount ? "Rp" + amount.ToString("#,##0.##", Indonesian) : "–";
}
