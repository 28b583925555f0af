using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Calendar;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>
/// Reads what an office hands in. Nothing is thrown for bad content: the outcome is the whole value or every error with
/// its path. Errors of form (types, missing fields) come first; content is looked at once the form is right.
/// </summary>
internal static class PlanReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <param name="checks">What the capabilities above the plan demand of it.</param>
    public static Reading<OfficePlan> Read(string json, params IReadOnlyList<PlanCheck> checks)
    {
        OfficePlan? read = null;
        var reading = Read<OfficePlan>(json, plan => PlanRules.Check(read = plan, checks));
        return reading.Succeeded
            ? reading with
            {
                Value = WithHolidays(reading.Value!),
            }
            : reading with
            {
                Draft = read is null ? null : PlanDraft.Of(WithHolidays(read), reading.Errors),
            };
    }

    /// <summary>An office that brings no calendar has the one that ships, of its year and of the weeks in which it reports.</summary>
    internal static OfficePlan WithHolidays(OfficePlan plan) =>
        plan.Holidays.Count > 0
            ? plan
            : plan with
            {
                Holidays = HolidayCalendars.Of(plan.Unit.Province, plan.Year, plan.Year + 1),
            };

    /// <param name="plan">The plan that the revision belongs to.</param>
    /// <param name="current">The budget version in force.</param>
    public static Reading<BudgetRevision> ReadRevision(string json, OfficePlan plan, Budget current) =>
        Read<BudgetRevision>(json, revision => BudgetRevisionRules.Check(revision, plan, current));

    /// <summary>A change within the year as a machine hands it in; what it may not contradict is looked at later.</summary>
    public static Reading<T> ReadChange<T>(string json)
        where T : ChangeCall => Read<T>(json, _ => [], isLimited: false);

    private static Reading<T> Read<T>(string json, Func<T, IReadOnlyList<PlanError>> rules, bool isLimited = true)
        where T : class
    {
        json = CleanText.OfJson(json);
        if (JsonSize.IsBeyond(json))
            return new(null, [new PlanError("$", JsonSize.Refusal)]);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException error)
        {
            return new(null, [Unreadable(error)]);
        }

        using (document)
        {
            var errors = JsonShape.Check<T>(document.RootElement);
            if (errors.Count > 0)
                return new(null, errors);
            var root = JsonObject.Create(document.RootElement)!;
            var cleaned = PlanTidy.Tidy(root);
            var value = root.Deserialize<T>(CanonicalJson.Options)!;
            errors = [.. rules(value), .. isLimited ? TextLimits.Check(root) : []];
            return errors.Count > 0
                ? new(null, RowReading.Told(errors)) { Cleaned = cleaned }
                : new(value, []) { Cleaned = cleaned };
        }
    }

    private static PlanError Unreadable(JsonException error) =>
        new(
            "$",
            error.LineNumber is { } line
                ? $"Berkas tidak terbaca sebagai JSON: periksa baris {line + 1}, kolom {error.BytePositionInLine + 1}."
                : "Berkas tidak terbaca sebagai JSON: ada nama isian yang ditulis dua kali atau susunan yang terlalu dalam."
        );
}
