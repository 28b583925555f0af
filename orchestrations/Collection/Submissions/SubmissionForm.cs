using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Collection;

/// <summary>The names of the form's fields, and how what is typed becomes figures.</summary>
internal static class SubmissionForm
{
    public const int LongestText = 2000;

    public static string Indicator(string code, string field) => $"indikator.{code}.{field}";

    public static string SubActivity(string code, string field) => $"subkegiatan.{code}.{field}";

    public static string Action(string code, string field) => $"renaksi.{code}.{field}";

    /// <summary>What a field's number stands for.</summary>
    public static NumberKind KindOf(string name) =>
        name[(name.LastIndexOf('.') + 1)..] switch
        {
            "serapan" => NumberKind.Rupiah,
            "fisik" or "kemajuan" => NumberKind.Percent,
            _ => NumberKind.Number,
        };

    /// <summary>How an item of the action plan goes.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["Belum dimulai", "Berjalan", "Terhambat", "Selesai"];

    /// <summary>Whether the field is one of the form's own: drafts keep no others.</summary>
    public static bool IsOwn(string name) =>
        name.StartsWith("indikator.", StringComparison.Ordinal)
        || name.StartsWith("subkegiatan.", StringComparison.Ordinal)
        || name.StartsWith("renaksi.", StringComparison.Ordinal);

    /// <summary>Reads a form. Every field at fault is named with what is expected; nothing is half taken.</summary>
    public static SubmissionReading Read(
        SubmissionSheet sheet,
        string subUnit,
        IReadOnlyDictionary<string, string> form
    )
    {
        var fields = new FormFields(form);
        var indicators = sheet.Indicators.Select(indicator => Figure(sheet, indicator, subUnit, fields)).ToArray();
        var subActivities = sheet.SubActivities.Select(sub => Figure(sheet, sub, subUnit, fields)).ToArray();
        var actions = sheet.Actions.Select(item => Figure(item, subUnit, fields)).ToArray();
        if (fields.Errors.Count > 0)
            return new SubmissionReading(null, fields.Errors);
        var submission = new Submission(indicators, subActivities, actions);
        return new SubmissionReading(submission, fields.Errors) { Gaps = SubmissionGaps.Of(sheet, submission) };
    }

    private static IndicatorFigure Figure(SubmissionSheet sheet, Indicator indicator, string subUnit, FormFields fields)
    {
        string Name(string field) => Indicator(indicator.Code, field);
        var kind = indicator.Kind == ValueKind.Percent ? NumberKind.Percent : NumberKind.Number;
        var hasParts = indicator.NumeratorLabel is not null;
        var numerator = hasParts ? fields.Number(Name("pembilang"), NumberKind.Number) : null;
        var denominator = hasParts ? fields.Number(Name("penyebut"), NumberKind.Number) : null;
        var isText = indicator.Kind == ValueKind.Text;
        var value = isText ? null : fields.Number(Name("nilai"), kind, indicator.Precision, indicator.Measure);
        if (numerator is not null && denominator is 0)
            fields.Fail(Name("penyebut"), "Penyebut tidak boleh nol.");
        if (numerator is null != denominator is null)
            fields.Fail(Name(numerator is null ? "pembilang" : "penyebut"), "Isi pembilang dan penyebut bersama-sama.");
        var figure = new IndicatorFigure(
            indicator.Code,
            subUnit,
            value,
            numerator,
            denominator,
            !isText ? null
                : indicator.WordScale() is { } scale ? fields.Choice(Name("nilai"), scale.Words)
                : fields.Text(Name("nilai")),
            fields.Text(Name("pendukung")),
            fields.Text(Name("penghambat")),
            fields.Text(Name("solusi")),
            fields.Text(Name("tindaklanjut")),
            fields.Text(Name("penjelasan"))
        );
        if (SubmissionRules.PartsDisagree(indicator, figure) is { } disagreement)
            fields.Fail(Name("nilai"), disagreement);
        if (figure.Explanation is null && SubmissionRules.NeedsExplanation(sheet, indicator, figure) is { } reason)
            fields.Fail(Name("penjelasan"), reason);
        return figure;
    }

    private static SubActivityFigure Figure(
        SubmissionSheet sheet,
        Budget.SubActivity sub,
        string subUnit,
        FormFields fields
    )
    {
        string Name(string field) => SubActivity(sub.Code, field);
        var spending = fields.Number(Name("serapan"), NumberKind.Rupiah);
        var figure = new SubActivityFigure(
            sub.Code,
            subUnit,
            spending,
            fields.Share(Name("fisik"), "Kemajuan fisik"),
            fields.Number(Name("keluaran"), NumberKind.Number, unit: sub.OutputMeasure),
            fields.Text(Name("keterangan"))
        );
        if (figure.Note is null && SubmissionRules.NeedsExplanation(sheet, sub, figure) is { } reason)
            fields.Fail(Name("keterangan"), reason);
        return figure;
    }

    private static ActionFigure Figure(ActionItem item, string subUnit, FormFields fields) =>
        new(
            item.Code,
            subUnit,
            fields.Share(Action(item.Code, "kemajuan"), "Kemajuan rencana aksi"),
            fields.Text(Action(item.Code, "keterangan")),
            fields.Choice(Action(item.Code, "status"), Statuses)
        )
        {
            Quantity = item.Quantities is null
                ? null
                : fields.Number(Action(item.Code, "jumlah"), NumberKind.Number, unit: item.Measure),
        };

    private sealed class FormFields(IReadOnlyDictionary<string, string> form)
    {
        public Dictionary<string, string> Errors { get; } = [];

        public decimal? Number(string name, NumberKind kind, int precision = 2, string? unit = null)
        {
            var reading = NumberParser.Parse(form.GetValueOrDefault(name, ""), kind, precision, unit: unit);
            if (reading.Error is { } error)
                Fail(name, error);
            else if (reading.Value is < 0)
                Fail(name, "Angka tidak boleh negatif.");
            return reading.Value;
        }

        public decimal? Share(string name, string what)
        {
            var value = Number(name, NumberKind.Percent);
            if (value is < 0 or > 100)
                Fail(name, $"{what} diisi antara 0 dan 100.");
            return value;
        }

        public string? Text(string name)
        {
            var text = form.GetValueOrDefault(name, "").Trim();
            if (text.Length > LongestText)
                Fail(name, $"Paling banyak {LongestText} huruf.");
            return text.Length == 0 ? null : text;
        }

        public string? Choice(string name, IReadOnlyList<string> choices)
        {
            var text = form.GetValueOrDefault(name, "").Trim();
            if (text.Length == 0)
                return null;
            if (choices.Contains(text))
                return text;
            Fail(name, $"Pilih salah satu: {string.Join(", ", choices)}.");
            return null;
        }

        public void Fail(string name, string error) => Errors.TryAdd(name, error);
    }
}
