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

    public string? this[Fact name] =>
        request.Facts.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.OneLine() : null;

    /// <summary>"prefix value suffix", or nothing without the fact.</summary>
    public string With(Fact name, string prefix, string suffix = "") =>
        this[name] is { } value ? prefix + value + suffix : "";

    /// <summary>How many steps the letter lists, as words; "beberapa" where it lists none.</summary>
    public string StepCount =>
        LetterStep.Of(request.Facts).Sum(step => step.Stands ?? 1) is > 0 and var count
            ? count.ToString(CultureInfo.InvariantCulture)
            : "beberapa";

    public string SubUnit => this[Fact.SubUnit] ?? Office;

    /// <summary>"Triwulan I Tahun 2024".</summary>
    public string Quarter =>
        this[Fact.Quarter] is { } code && Quarters.OfCode(code.ToLowerInvariant()) is { } quarter
            ? $"Triwulan {quarter.Roman()} Tahun {Year}"
            : $"Triwulanan Tahun {Year}";

    public string Agreement =>
        this[Fact.Document]
        ?? (
            this[Fact.Revision] is { } number and not "0"
                ? $"Perjanjian Kinerja Perubahan ke-{number} Tahun {Year}"
                : $"Perjanjian Kinerja Tahun {Year}"
        );

    public string Report => this[Fact.Document] ?? $"Laporan Kinerja (LKjIP) Tahun {Year}";

    /// <summary>The document that a letter of either kind is about: an agreement has the number of its revision.</summary>
    public string Matter => this[Fact.Revision] is null ? Report : Agreement;

    /// <summary>A note keeps its lines; it is set apart as a quotation.</summary>
    public string? Note => this[Fact.Note] is null ? null : request.Facts[Fact.Note].Trim();

    public string Who(string otherwise) => this[Fact.Who] ?? otherwise;

    /// <summary>" – paling lambat 15 April 2024" for a subject.</summary>
    public string By(Fact name = Fact.Due) =>
        Instant(name) is { } due ? $" – paling lambat {due.ToString("d MMMM yyyy", Indonesian)}" : "";

    /// <summary>"Tenggat: Senin, 15 April 2024 pukul 16.00 WITA."</summary>
    public string? Until(Fact name = Fact.Due) => Moment(name) is { } moment ? $"Tenggat: {moment}." : null;

    /// <summary>"Senin, 15 April 2024 pukul 16.00 WITA"; a date alone ends when the office's deadlines do.</summary>
    public string? Moment(Fact name) =>
        Instant(name) is { } at
            ? at.ToString("dddd, d MMMM yyyy 'pukul' HH.mm ", Indonesian) + request.Zone.Word()
            : null;

    /// <summary>"Senin, 15 April 2024".</summary>
    public string? Day(Fact name) => Instant(name)?.ToString("dddd, d MMMM yyyy", Indonesian);

    private DateTimeOffset? Instant(Fact name)
    {
        if (DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var date))
        {
            return new DateTimeOffset(date.ToDateTime(WorkCalendar.ClosingTime), request.Zone.Offset());
        }

        return DateTimeOffset.TryParse(
            this[name],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? request.Zone.Local(instant)
            : null;
    }
}
