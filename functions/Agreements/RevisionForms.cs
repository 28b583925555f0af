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
    private const int LongestExplanation = 2000;

    public RevisionForm Empty(string url, OfficePlan plan, AgreementTerms? terms) =>
        Form(url, plan, terms, null, null, null, []);

    /// <summary>The call, or the form again with what is wrong in it.</summary>
    public (RevisionForm Form, RevisionOrder? Order) Read(
        string url,
        OfficePlan plan,
        AgreementTerms? terms,
        IFormCollection typed
    )
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        RevisionReason? reason =
            Enum.TryParse<RevisionReason>(typed["alasan"], out var known) && Enum.IsDefined(known) ? known : null;
        var explanation = typed["uraian"].ToString().Trim();
        if (explanation.Length is 0 or > LongestExplanation)
            errors["uraian"] = "Tulis uraian alasannya, paling banyak 2.000 huruf.";
        var changes = Changes(plan, terms, typed, errors);
        var problem =
            terms is null ? "Perjanjian awal belum berlaku, sehingga belum dapat diubah."
            : reason is null ? "Pilih salah satu alasan perubahan."
            : errors.Count > 0 ? "Perbaiki isian yang ditandai."
            : null;
        return (
            Form(url, plan, terms, reason, typed, problem, errors),
            problem is null
                ? new RevisionOrder(RevisionCause.Requested, 0, reason!.Value, explanation, changes, "")
                : null
        );
    }

    private static List<AnnualTarget> Changes(
        OfficePlan plan,
        AgreementTerms? terms,
        IFormCollection typed,
        Dictionary<string, string> errors
    )
    {
        var changes = new List<AnnualTarget>();
        foreach (var target in terms?.Targets ?? [])
        {
            var name = "target." + target.Indicator;
            var text = typed[name].ToString().Trim();
            if (text.Length == 0 || text == Shown(target))
                continue;
            var kind = plan.StrategicPlan.Indicators().First(one => one.Code == target.Indicator).Kind;
            if (kind == ValueKind.Text)
                changes.Add(target with { Text = text });
            else if (NumberParser.Parse(text, NumberKind.Percent) is { Value: { } value } && value >= 0)
                changes.Add(target with { Value = value, Quarterly = null });
            else
                errors[name] = "Diharapkan angka, misalnya 56 atau 87,5.";
        }

        return changes;
    }

    private static RevisionForm Form(
        string url,
        OfficePlan plan,
        AgreementTerms? terms,
        RevisionReason? reason,
        IFormCollection? typed,
        string? error,
        Dictionary<string, string> errors
    ) =>
        new(
            url,
            reason,
            new FieldView(
                "uraian",
                "Uraian alasan",
                typed?["uraian"].ToString() ?? "",
                "Dimuat dalam naskah perjanjian perubahan.",
                errors.GetValueOrDefault("uraian"),
                IsLong: true
            ),
            [
                .. (terms?.Targets ?? []).Select(target => new FieldView(
                    "target." + target.Indicator,
                    NameOf(plan, target),
                    typed?["target." + target.Indicator].ToString() ?? Shown(target),
                    Error: errors.GetValueOrDefault("target." + target.Indicator),
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
