using Microsoft.AspNetCore.Http;
using Sakip.Agreements;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Agreements;

/// <summary>The planner's own call for a revised agreement: reason, explanation, and the targets that change.</summary>
internal sealed class RevisionForms
{
    /// <summary>What a target's field begins with; the indicator's code follows.</summary>
    public const string TargetField = "target.";

    private const string ReasonField = "alasan";
    private const string ExplanationField = "uraian";
    private const int LongestExplanation = 2000;

    public RevisionForm Empty(string url, OfficePlan plan, AgreementTerms? terms) =>
        Form(url, plan, terms, null, null, null, []);

    /// <summary>What was typed into the form, as the API's callers hand it in.</summary>
    public static RevisionCall CallOf(IFormCollection form, string by) =>
        new(
            form[ReasonField],
            form[ExplanationField],
            form.Where(field => field.Key.StartsWith(TargetField, StringComparison.Ordinal))
                .ToDictionary(
                    field => field.Key[TargetField.Length..],
                    field => field.Value.ToString(),
                    StringComparer.Ordinal
                ),
            by
        );

    /// <summary>The order, or the form again with what is wrong in it.</summary>
    public (RevisionForm Form, RevisionOrder? Order) Read(
        string url,
        OfficePlan plan,
        AgreementTerms? terms,
        RevisionCall asked
    )
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        RevisionReason? reason =
            Enum.TryParse<RevisionReason>(asked.Reason, out var known) && Enum.IsDefined(known) ? known : null;
        var explanation = asked.Explanation?.Trim() ?? "";
        if (explanation.Length is 0 or > LongestExplanation)
            errors[ExplanationField] = "Tulis uraian alasannya, paling banyak 2.000 huruf.";
        if (reason is null)
            errors[ReasonField] = "Pilih salah satu alasan perubahan.";
        var changes = Changes(plan, terms, asked, errors);
        var problem =
            terms is null ? "Perjanjian awal belum berlaku, sehingga belum dapat diubah."
            : reason is null ? errors[ReasonField]
            : errors.Count > 0 ? "Perbaiki isian yang ditandai."
            : null;
        return (
            Form(url, plan, terms, reason, asked, problem, errors),
            problem is null
                ? new RevisionOrder(RevisionCause.Requested, 0, reason!.Value, explanation, changes, "")
                : null
        );
    }

    private static List<AnnualTarget> Changes(
        OfficePlan plan,
        AgreementTerms? terms,
        RevisionCall asked,
        Dictionary<string, string> errors
    )
    {
        var changes = new List<AnnualTarget>();
        foreach (var target in terms?.Targets ?? [])
        {
            var text = asked.Targets?.GetValueOrDefault(target.Indicator)?.Trim() ?? "";
            if (text.Length == 0 || text == Shown(target))
                continue;
            var indicator = plan.StrategicPlan.Indicators().First(one => one.Code == target.Indicator);
            if (indicator.WordScale() is { } scale && scale.Like(text) is null)
            {
                errors[TargetField + target.Indicator] =
                    $"Diharapkan salah satu dari: {string.Join(", ", scale.Words)}.";
            }
            else if (indicator.Kind == ValueKind.Text)
            {
                changes.Add(target with { Text = indicator.WordScale()?.Like(text) ?? text });
            }
            else if (NumberParser.Parse(text, NumberKind.Percent) is { Value: { } value } && value >= 0)
            {
                changes.Add(target with { Value = value, Quarterly = null });
            }
            else
            {
                errors[TargetField + target.Indicator] = "Diharapkan angka, misalnya 56 atau 87,5.";
            }
        }

        return changes;
    }

    private static RevisionForm Form(
        string url,
        OfficePlan plan,
        AgreementTerms? terms,
        RevisionReason? reason,
        RevisionCall? asked,
        string? error,
        Dictionary<string, string> errors
    ) =>
        new(
            url,
            new FieldView(
                ReasonField,
                "Alasan perubahan",
                reason?.ToString() ?? "",
                Error: errors.GetValueOrDefault(ReasonField)
            )
            {
                Kind = FieldKind.Radio,
                Options = [.. Enum.GetValues<RevisionReason>().Select(one => (one.ToString(), AgreementWords.Of(one)))],
            },
            new FieldView(
                ExplanationField,
                "Uraian alasan",
                asked?.Explanation ?? "",
                "Dimuat dalam naskah perjanjian perubahan.",
                errors.GetValueOrDefault(ExplanationField),
                IsLong: true
            ),
            [
                .. (terms?.Targets ?? []).Select(target => new FieldView(
                    TargetField + target.Indicator,
                    NameOf(plan, target),
                    asked is null ? Shown(target) : asked.Targets?.GetValueOrDefault(target.Indicator) ?? "",
                    Error: errors.GetValueOrDefault(TargetField + target.Indicator),
                    InputMode: "decimal"
                )),
            ],
            error
        );

    private static string NameOf(OfficePlan plan, AnnualTarget target) =>
        plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == target.Indicator) is { } indicator
            ? $"{indicator.Name} ({indicator.Measure})"
            : target.Indicator;

    private static string Shown(AnnualTarget target) => target.Text ?? PageWords.Typed(target.Value) ?? "";
}
