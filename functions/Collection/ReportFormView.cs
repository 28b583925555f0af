using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

/// <summary>The fields of a sub-unit's report, with target and last quarter beside each.</summary>
internal static class ReportFormView
{
    /// <param name="typed">What stands in the fields; null shows what was returned.</param>
    public static IReadOnlyList<ReportGroup> Of(
        SubmissionSheet sheet,
        IReadOnlyDictionary<string, string>? typed,
        IReadOnlyDictionary<string, string> errors,
        ILookup<string, EvidenceView> evidence
    )
    {
        FieldView Field(string name, string label, string? known, string? hint = null, bool isLong = false) =>
            new(
                name,
                label,
                typed is null ? known ?? "" : typed.GetValueOrDefault(name, ""),
                hint,
                errors.GetValueOrDefault(name),
                isLong,
                isLong ? "text" : "decimal"
            )
            {
                Lines = 2,
            };

        return
        [
            .. sheet.Indicators.Select(indicator => new ReportGroup(
                indicator.Code,
                indicator.Name,
                Known(sheet, indicator),
                [.. IndicatorFields(sheet, indicator, Field)],
                [.. evidence[indicator.Code]]
            )),
            .. sheet.Actions.Select(item => new ReportGroup(
                item.Code,
                "Rencana aksi: " + item.Action,
                Known(sheet, item),
                [.. ActionFields(sheet, item, Field)],
                [.. evidence[item.Code]]
            )),
            .. sheet.SubActivities.Select(sub => new ReportGroup(
                sub.Code,
                $"{sub.Code} {sub.Name}",
                Known(sheet, sub),
                [.. SubActivityFields(sheet, sub, Field)],
                [.. evidence[sub.Code]]
            )),
        ];
    }

    private delegate FieldView MakeField(
        string name,
        string label,
        string? known,
        string? hint = null,
        bool isLong = false
    );

    private static IEnumerable<FieldView> IndicatorFields(SubmissionSheet sheet, Indicator indicator, MakeField field)
    {
        var returned = sheet.Returned?.Indicators.FirstOrDefault(figure => figure.Indicator == indicator.Code);
        var before = Before(sheet, indicator);
        string Name(string part) => SubmissionForm.Indicator(indicator.Code, part);
        if (indicator.NumeratorLabel is { } numerator)
        {
            yield return field(
                Name("pembilang"),
                numerator,
                PageWords.Typed(returned?.Numerator),
                Last(before?.Numerator)
            );
            yield return field(
                Name("penyebut"),
                indicator.DenominatorLabel ?? "Penyebut",
                PageWords.Typed(returned?.Denominator),
                Last(before?.Denominator)
            );
        }

        var target = SubmissionRules.Target(sheet, indicator, sheet.Quarter);
        var hint =
            $"Target triwulan ini {target?.Text ?? PageWords.Number(target?.Value)}{And(Shown(indicator, before))}.";
        yield return field(
            Name("nilai"),
            $"Realisasi ({indicator.Measure})",
            returned?.Text ?? PageWords.Typed(returned?.Value),
            indicator.NumeratorLabel is null ? hint : hint + " Dihitung dari pembilang dan penyebut bila dikosongkan."
        ) with
        {
            Options = indicator.WordScale()?.Words.Select(word => (word, word)).ToArray(),
        };
        yield return field(
            Name("penjelasan"),
            "Penjelasan perubahan",
            returned?.Explanation,
            "Wajib bila nilai memburuk dari triwulan lalu atau peringkatnya berpindah.",
            isLong: true
        );
        yield return field(Name("pendukung"), "Faktor pendukung", returned?.Supporting, isLong: true);
        yield return field(Name("penghambat"), "Faktor penghambat", returned?.Hindering, isLong: true);
        yield return field(Name("solusi"), "Solusi yang dilakukan", returned?.Solution, isLong: true);
        yield return field(Name("tindaklanjut"), "Tindak lanjut", returned?.FollowUp, isLong: true);
    }

    private static IEnumerable<FieldView> SubActivityFields(
        SubmissionSheet sheet,
        Budget.SubActivity sub,
        MakeField field
    )
    {
        var returned = sheet.Returned?.SubActivities.FirstOrDefault(figure => figure.SubActivity == sub.Code);
        var before = sheet.Before?.SubActivities.FirstOrDefault(figure => figure.SubActivity == sub.Code);
        string Name(string part) => SubmissionForm.SubActivity(sub.Code, part);
        yield return field(
            Name("serapan"),
            "Serapan anggaran sampai triwulan ini (Rp)",
            PageWords.Typed(returned?.Spending),
            $"Pagu {PageWords.Rupiah(sub.Ceiling)}{And(SpentBefore(sub, before))}."
        );
        yield return field(
            Name("fisik"),
            "Kemajuan fisik (%)",
            PageWords.Typed(returned?.PhysicalPercent),
            Last(before?.PhysicalPercent)
        );
        yield return field(
            Name("keluaran"),
            $"Keluaran ({sub.OutputMeasure ?? "satuan"})",
            PageWords.Typed(returned?.Output),
            $"Target tahun ini {PageWords.Number(sub.OutputTarget)}{And(PageWords.Number(before?.Output))}."
        );
        yield return field(
            Name("keterangan"),
            "Keterangan",
            returned?.Note,
            $"Wajib bila serapan dan fisik berbeda lebih dari {SubmissionRules.LargestGap:0} poin.",
            isLong: true
        );
    }

    private static IEnumerable<FieldView> ActionFields(SubmissionSheet sheet, ActionItem item, MakeField field)
    {
        var returned = sheet.Returned?.Actions?.FirstOrDefault(figure => figure.Action == item.Code);
        var before = sheet.Before?.Actions.FirstOrDefault(figure => figure.Action == item.Code);
        yield return field(
            SubmissionForm.Action(item.Code, "kemajuan"),
            "Kemajuan (%)",
            PageWords.Typed(returned?.Progress),
            $"Target triwulan ini {PageWords.Number(item.Quarterly.ElementAtOrDefault((int)sheet.Quarter - 1))}"
                + $"{And(PageWords.Number(before?.Progress))}."
        );
        if (item.Quantities is { } quantities)
        {
            yield return field(
                SubmissionForm.Action(item.Code, "jumlah"),
                $"{item.Output} ({item.Measure}) sampai triwulan ini",
                PageWords.Typed(returned?.Quantity),
                $"Target sampai triwulan ini {PageWords.Number(quantities.ElementAtOrDefault((int)sheet.Quarter - 1))}"
                    + $"{And(PageWords.Number(before?.Quantity))}."
            );
        }

        yield return field(SubmissionForm.Action(item.Code, "status"), "Status", returned?.Status) with
        {
            Options = [.. SubmissionForm.Statuses.Select(status => (status, status))],
        };
        yield return field(
            SubmissionForm.Action(item.Code, "keterangan"),
            "Keterangan rencana aksi",
            returned?.Note,
            isLong: true
        );
    }

    private static List<(string, string)> Known(SubmissionSheet sheet, Indicator indicator)
    {
        var target = sheet.Terms?.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
        return [("Target tahun ini", target?.Text ?? PageWords.Number(target?.Value))];
    }

    // Ceiling and last quarter stand at the field; what finance says stands beside them.
    private static List<(string, string)> Known(SubmissionSheet sheet, Budget.SubActivity sub) =>
        sheet.Finance?.Of(sub.Code) is { } spending ? [("Serapan menurut keuangan", PageWords.Rupiah(spending))] : [];

    private static List<(string, string)> Known(SubmissionSheet sheet, ActionItem item)
    {
        var indicator = sheet.Indicators.FirstOrDefault(one => one.Code == item.Indicator);
        return
        [
            .. indicator is null ? [] : new[] { ("Untuk indikator", indicator.Name) },
            .. item.Evidence is { } evidence ? new[] { ("Bukti yang diminta", evidence) } : [],
        ];
    }

    private static IndicatorFigure? Before(SubmissionSheet sheet, Indicator indicator) =>
        sheet.Before?.Indicators.FirstOrDefault(figure => figure.Indicator == indicator.Code);

    private static string Shown(Indicator indicator, IndicatorFigure? figure) =>
        figure?.Text ?? PageWords.Number(figure is null ? null : Consolidations.ValueOf(indicator, figure));

    private static string? Last(decimal? value) => value is null ? null : $"Triwulan lalu {PageWords.Number(value)}.";

    // What stood in the quarter before; nothing where nothing did.
    private static string And(string before) => before == "–" ? "" : "; triwulan lalu " + before;

    private static string SpentBefore(Budget.SubActivity sub, SubActivityFigure? before) =>
        before?.Spending is not { } spent ? "–"
        : sub.Ceiling > 0m ? $"{PageWords.Rupiah(spent)} ({PageWords.Number(spent / sub.Ceiling * 100m)}%)"
        : PageWords.Rupiah(spent);
}
