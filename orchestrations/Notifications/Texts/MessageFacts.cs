using System.Globalization;
using Sakip.Calendar;
using Sakip.Kernel;

namespace Sakip.Notifications.Texts;

/// <summary>A request's facts as words of the text. A fact that is missing gives shorter words, never a gap.</summary>
internal sealed class MessageFacts(MessageRequest request)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public string Office { get; } = request.Office.OneLine();

    public int Year => request.Year;

    public string? this[string name] =>
        request.Facts.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.OneLine() : null;

    /// <summary>"prefix value suffix", or nothing without the fact.</summary>
    public string With(string name, string prefix, string suffix = "") =>
        this[name] is { } value ? prefix + value + suffix : "";

    public string SubUnit => this[FactNames.SubUnit] ?? Office;

    /// <summary>"Triwulan I Tahun 2024".</summary>
    public string Quarter =>
        this[FactNames.Quarter] is { } code && Quarters.OfCode(code.ToLowerInvariant()) is { } quarter
            ? $"Triwulan {quarter.Roman()} Tahun {Year}"
            : $"Triwulanan Tahun {Year}";

    public string Agreement =>
        this[FactNames.Document]
        ?? (
            this[FactNames.Revision] is { } number and not "0"
                ? $"Perjanjian Kinerja Perubahan ke-{number} Tahun {Year}"
                : $"Perjanjian Kinerja Tahun {Year}"
        );

    public string Report => this[FactNames.Document] ?? $"Laporan Kinerja (LKjIP) Tahun {Year}";

    /// <summary>The document that a letter of either kind is about: an agreement has the number of its revision.</summary>
    public string Matter => this[FactNames.Revision] is null ? Report : Agreement;

    /// <summary>A note keeps its lines; it is set apart as a quotation.</summary>
    public string? Note => this[FactNames.Note] is null ? null : request.Facts[FactNames.Note].Trim();

    public string Who(string otherwise) => this[FactNames.Who] ?? otherwise;

    /// <summary>" – paling lambat 15 April 2024" for a subject.</summary>
    public string By(string name = FactNames.Due) =>
        Instant(name) is { } due ? $" – paling lambat {due.ToString("d MMMM yyyy", Indonesian)}" : "";

    /// <summary>"Batas waktu: Senin, 15 April 2024 pukul 16.00 WITA."</summary>
    public string? Until(string name = FactNames.Due) => Moment(name) is { } moment ? $"Batas waktu: {moment}." : null;

    /// <summary>"Senin, 15 April 2024 pukul 16.00 WITA"; a date alone ends when the office's deadlines do.</summary>
    public string? Moment(string name) => Instant(name)?.ToString("dddd, d MMMM yyyy 'pukul' HH.mm 'WITA'", Indonesian);

    /// <summary>"Senin, 15 April 2024".</summary>
    public string? Day(string name) => Instant(name)?.ToString("dddd, d MMMM yyyy", Indonesian);

    private DateTimeOffset? Instant(string name)
    {
        if (DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var date))
        {
            return new DateTimeOffset(date.ToDateTime(WorkCalendar.ClosingTime), OfficeTime.Offset);
        }

        return DateTimeOffset.TryParse(
            this[name],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant.ToOffset(OfficeTime.Offset)
            : null;
    }
}
