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

internal sealed record AuditLine
{
    public required long Number { get; init; }

    public required string At { get; init; }

    public required string Who { get; init; }

    public required string Action { get; init; }

    public required string About { get; init; }

    public required string? Note { get; init; }

    public required string? Document { get; init; }

    public required string Hash { get; init; }
}

internal sealed record AuditView
{
    public required IReadOnlyList<AuditLine> Rows { get; init; }

    public required long Total { get; init; }

    public required string Url { get; init; }

    public required FormState Form { get; init; }

    public required IReadOnlyList<(string Code, string Name)> People { get; init; }

    public required PagerView Pager { get; init; }

    public required string? Verdict { get; init; }

    public required bool IsBroken { get; init; }
}

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

    // Notes of the app itself name people by their code and data by its hash.
    private static string? NoteOf(string? note, Dictionary<string, string> names)
    {
        const string To = "kepada ";
        const string Data = "data:";
        if (
            note?.StartsWith(To, StringComparison.Ordinal) == true
            && names.TryGetValue(note[To.Length..], out var name)
        )
        {
            return To + name;
        }

        return note?.StartsWith(Data, StringComparison.Ordinal) == true
            ? "Sidik data: " + note[Data.Length..].Trim()
            : note;
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
        return new AuditView
        {
            Rows =
            [
                .. page.Entries.Select(entry => new AuditLine
                {
                    Number = entry.Sequence,
                    At = PageWords.ShortMoment(entry.Intent.At),
                    Who = WhoOf(entry.Intent, names),
                    Action = AuditWords.Of(entry.Intent.Action),
                    About = StepWords.About(Subject.Parse(entry.Intent.Entity.Replace(':', '.')), plan),
                    Note = NoteOf(entry.Intent.Note, names),
                    Document = entry.Intent.DocumentHash,
                    Hash = entry.Hash,
                }),
            ],
            Total = page.Total,
            Url = url,
            Form = FormOf(request),
            People =
            [
                ("sistem", "Sistem"),
                .. names.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value, PageWords.Order),
            ],
            Pager = new PagerView(
                Value("sebelum") is null ? null : With(null),
                page.Before is { } before ? With(before.ToString(CultureInfo.InvariantCulture)) : null,
                $"{page.Entries.Count} dari {page.Total} entri"
            ),
            Verdict = verdict?.Explanation,
            IsBroken = verdict is { IsIntact: false },
        };
    }
}
