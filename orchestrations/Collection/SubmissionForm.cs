using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Collection;

/// <summary>The names of the form's fields, and how what is typed becomes figures.</summary>
public static class SubmissionForm
{
    private const int LongestText = 2000;

    public static string Indicator(string code, string field) => $"indikator.{code}.{field}";

    public static string SubActivity(string code, string field) => $"subkegiatan.{code}.{field}";

    /// <summary>Reads a form. Every field at fault is named with what is expected; nothing is half taken.</summary>
    public static SubmissionReading Read(
        SubmissionSheet sheet, string subUnit, IReadOnlyDictionary<string, string> form)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var fields = new FormFields(form);
        var indicators = sheet.Indicators.Select(indicator => Figure(indicator, subUnit, fields)).ToArray();
        var subActivities = sheet.SubActivities.Select(sub => Figure(sub, subUnit, fields)).ToArray();
        return new SubmissionReading(
            fields.Errors.Count == 0 ? new Submission(indicators, subActivities) : null, fields.Errors);
    }

    private static IndicatorFigure Figure(Indicator indicator, string subUnit, FormFields fields)
    {
        string Name(string field) => Indicator(indicator.Code, field);
        var kind = indicator.Kind == ValueKind.Percent ? NumberKind.Percent : NumberKind.Number;
        var numerator = HasParts(indicator) ? fields.Number(Name("pembilang"), NumberKind.Number) : null;
        var denominator = HasParts(indicator) ? fields.Number(Name("penyebut"), NumberKind.Number) : null;
        var value = fields.Number(Name("nilai"), kind);
        if (numerator is not null && denominator is 0)
            fields.Fail(Name("penyebut"), "Penyebut tidak boleh nol.");
        if (numerator is null != denominator is null)
            fields.Fail(Name(numerator is null ? "pembilang" : "penyebut"), "Isi pembilang dan penyebut bersama-sama.");
        return new IndicatorFigure(
            indicator.Code, subUnit, value, numerator, denominator, null,
            fields.Text(Name("pendukung")), fields.Text(Name("penghambat")), fields.Text(Name("solusi")),
            fields.Text(Name("tindaklanjut")), fields.Text(Name("penjelasan")));
    }

    private static SubActivityFigure Figure(Budget.SubActivity sub, string subUnit, FormFields fields)
    {
        string Name(string field) => SubActivity(sub.Code, field);
        var spending = fields.Number(Name("serapan"), NumberKind.Rupiah);
        if (spending > sub.Ceiling)
            fields.Fail(Name("serapan"), $"Serapan melebihi pagu {IndonesianNumber.Rupiah(sub.Ceiling)}. Periksa kembali.");
        var physical = fields.Number(Name("fisik"), NumberKind.Percent);
        if (physical is < 0 or > 100) fields.Fail(Name("fisik"), "Kemajuan fisik diisi antara 0 dan 100.");
        return new SubActivityFigure(
            sub.Code, subUnit, spending, physical, fields.Number(Name("keluaran"), NumberKind.Number),
            fields.Text(Name("keterangan")));
    }

    private static bool HasParts(Indicator indicator) => indicator.NumeratorLabel is not null;

    private sealed class FormFields(IReadOnlyDictionary<string, string> form)
    {
        public Dictionary<string, string> Errors { get; } = [];

        public decimal? Number(string name, NumberKind kind)
        {
            var reading = NumberParser.Parse(form.GetValueOrDefault(name, ""), kind);
            if (reading.Error is { } error) Fail(name, error);
            else if (reading.Value is < 0) Fail(name, "Angka tidak boleh negatif.");
            return reading.Value;
        }

        public string? Text(string name)
        {
            var text = form.GetValueOrDefault(name, "").Trim();
            if (text.Length > LongestText) Fail(name, $"Paling banyak {LongestText} huruf.");
            return text.Length == 0 ? null : text;
        }

        public void Fail(string name, string error) => Errors.TryAdd(name, error);
    }
}
