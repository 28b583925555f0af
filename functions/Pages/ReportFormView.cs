using Sakip.Collection;
using Sakip.Planning;

namespace Sakip.Functions.Pages;

/// <summary>The fields of a sub-unit's report, with target and last quarter beside each.</summary>
public static class ReportFormView
{
    public static IReadOnlyList<FieldGroup> Of(
        SubmissionSheet sheet, IReadOnlyDictionary<string, string>? typed, IReadOnlyDictionary<string, string> errors)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        FieldView Field(string name, string label, string? known, string? hint = null, bool isLong = false) => new(
            name, label, typed?.GetValueOrDefault(name) ?? known ?? "", hint, errors.GetValueOrDefault(name), isLong,
            isLong ? "text" : "decimal");

        return
        [
            .. sheet.Indicators.Select(indicator => new FieldGroup(
                indicator.Name, IndicatorHint(sheet, indicator), [.. IndicatorFields(sheet, indicator, Field)])),
            .. sheet.SubActivities.Select(sub => new FieldGroup(
                $"{sub.Code} {sub.Name}", SubActivityHint(sheet, sub), [.. SubActivityFields(sheet, sub, Field)])),
        ];
    }

    private delegate FieldView MakeField(string name, string label, string? known, string? hint = null, bool isLong = false);

    private static IEnumerable<FieldView> IndicatorFields(SubmissionSheet sheet, Indicator indicator, MakeField field)
    {
        var before = sheet.Returned?.Indicators.FirstOrDefault(figure => figure.Indicator == indicator.Code);
        string Name(string part) => SubmissionForm.Indicator(indicator.Code, part);
        yield return field(Name("nilai"), $"Realisasi ({indicator.Measure})", Words.Typed(before?.Value));
        if (indicator.NumeratorLabel is { } numerator)
        {
            yield return field(Name("pembilang"), numerator, Words.Typed(before?.Numerator));
            yield return field(Name("penyebut"), indicator.DenominatorLabel ?? "Penyebut", Words.Typed(before?.Denominator));
        }

        yield return field(Name("pendukung"), "Faktor pendukung", before?.Supporting, isLong: true);
        yield return field(Name("penghambat"), "Faktor penghambat", before?.Hindering, isLong: true);
        yield return field(Name("solusi"), "Solusi yang dilakukan", before?.Solution, isLong: true);
        yield return field(Name("tindaklanjut"), "Tindak lanjut", before?.FollowUp, isLong: true);
        yield return field(Name("penjelasan"), "Penjelasan bila turun atau menyimpang", before?.Explanation, isLong: true);
    }

    private static IEnumerable<FieldView> SubActivityFields(SubmissionSheet sheet, Budget.SubActivity sub, MakeField field)
    {
        var before = sheet.Returned?.SubActivities.FirstOrDefault(figure => figure.SubActivity == sub.Code);
        string Name(string part) => SubmissionForm.SubActivity(sub.Code, part);
        yield return field(Name("serapan"), "Serapan anggaran sampai triwulan ini (Rp)", Words.Typed(before?.Spending));
        yield return field(Name("fisik"), "Kemajuan fisik (%)", Words.Typed(before?.PhysicalPercent));
        yield return field(Name("keluaran"), $"Keluaran ({sub.OutputMeasure ?? "satuan"})", Words.Typed(before?.Output));
        yield return field(Name("keterangan"), "Keterangan", before?.Note, isLong: true);
    }

    private static string IndicatorHint(SubmissionSheet sheet, Indicator indicator)
    {
        var target = sheet.Terms?.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
        var before = sheet.Before?.Indicators.FirstOrDefault(figure => figure.Indicator == indicator.Code);
        return $"Target tahun ini {target?.Text ?? Words.Number(target?.Value)}; triwulan lalu {Words.Number(before?.Value)}.";
    }

    private static string SubActivityHint(SubmissionSheet sheet, Budget.SubActivity sub)
    {
        var before = sheet.Before?.SubActivities.FirstOrDefault(figure => figure.SubActivity == sub.Code);
        return $"Pagu {Words.Rupiah(sub.Ceiling)}; serapan triwulan lalu {Words.Rupiah(before?.Spending)}, "
            + $"fisik {Words.Number(before?.PhysicalPercent)}%.";
    }
}
