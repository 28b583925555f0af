using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Audit;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Audit;

internal sealed record AuditLine(
    long Number,
    string At,
    string Who,
    string Action,
    string About,
    string? Note,
    string? Document,
    string Hash
);

internal sealed record AuditView(
    IReadOnlyList<AuditLine> Rows,
    long Total,
    string Url,
    FormState Form,
    IReadOnlyList<(string Code, string Name)> People,
    PagerView Pager,
    string? Verdict,
    bool IsBroken
);

/// <summary>Reads the filter of a request and puts the trail into words.</summary>
internal static class AuditViews
{
    private static readonly string[] Fields = ["pelaku", "cari", "dari", "sampai"];

    public static (AuditFilter Filter, long? Before) FilterOf(HttpRequest request)
    {
        string? Text(string name) =>
            request.Query[name].ToString().Trim() is { Length: > 0 and <= 100 } text ? text : null;
        DateTimeOffset? Day(string name, int plus) =>
            Text(name) is { } typed && IndonesianDay.Parse(typed).Day is { } day
                ? PageZone.Current.Utc(day.AddDays(plus), TimeOnly.MinValue)
                : null;
        long? before = long.TryParse(Text("sebelum"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        return (new AuditFilter(Text("pelaku"), Text("cari"), Day("dari", 0), Day("sampai", 1)), before);
    }

    private static FormState FormOf(HttpRequest request) =>
        new(
            Fields.ToDictionary(name => name, name => request.Query[name]),
            [
                .. Fields[2..]
                    .Select(name => (name, request.Query[name].ToString()))
                    .Where(one => one.Item2.Length > 0 && IndonesianDay.Parse(one.Item2).Error is not null)
                    .Select(one => new FieldFault(one.name, IndonesianDay.Parse(one.Item2).Error!)),
            ]
        );

    // A machine that acts in somebody's name is not that person: the line says so.
    private static string ByKey(string? where) =>
        where?.IndexOf("kunci ", StringComparison.Ordinal) is >= 0 and var at ? $" (lewat {where[at..]})" : "";

    private static string WhoOf(AuditIntent intent, Dictionary<string, string> names)
    {
        var name =
            intent.Actor == Actor.System.Official ? "Sistem"
            : intent.Actor == Actor.Machine.Official ? "Mesin"
            : names.GetValueOrDefault(intent.Actor, intent.Actor);
        var part =
            names.ContainsKey(intent.Actor) && AuditWords.PartOf(intent.Role) is { } word ? $" sebagai {word}" : "";
        return name + part + ByKey(intent.Where);
    }

    public static AuditView Of(OfficePlan plan, AuditPage page, HttpRequest request, AuditVerdict? verdict)
    {
        var names = plan.Officials.ToDictionary(official => official.Code, official => official.FullName());
        var url = $"/kantor/{plan.Unit.Code}/{plan.Year}/audit";
        string? Value(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
        string With(string? before) =>
            url
            + QueryString.Create(
                Fields
                    .Select(name => KeyValuePair.Create(name, Value(name)))
                    .Append(KeyValuePair.Create("sebelum", before))
                    .Where(pair => pair.Value is not null)!
            );
        return new AuditView(
            [
                .. page.Entries.Select(entry => new AuditLine(
                    entry.Sequence,
                    PageWords.ShortMoment(entry.Intent.At),
                    WhoOf(entry.Intent, names),
                    AuditWords.Of(entry.Intent.Action),
                    StepWords.About(Subject.Parse(entry.Intent.Entity.Replace(':', '.')), plan),
                    entry.Intent.Note,
                    entry.Intent.DocumentHash,
                    entry.Hash
                )),
            ],
            page.Total,
            url,
            FormOf(request),
            [
                ("sistem", "Sistem"),
                .. names.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value, PageWords.Order),
            ],
            new PagerView(
                Value("sebelum") is null ? null : With(null),
                page.Before is { } before ? With(before.ToString(CultureInfo.InvariantCulture)) : null,
                $"{page.Entries.Count} dari {page.Total} entri"
            ),
            verdict?.Explanation,
            verdict is { IsIntact: false }
        );
    }
}
