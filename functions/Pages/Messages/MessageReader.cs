using System.Globalization;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Sakip.Functions.Access;
using Sakip.Functions.Pages.Components;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Pages.Messages;

public sealed record MessageLine(
    string At, string To, string Subject, IReadOnlyList<string> Text, string State, Tone Tone, string? Error);

public sealed record MessagesView(
    IReadOnlyList<MessageLine> Rows, int Total, int Failed, string Url, bool SeesAll, string? Filter, PagerView Pager);

/// <summary>The messages of a year: one's own, and for those who look after the office everybody's.</summary>
public sealed class MessageReader(OfficeStorage storage)
{
    private const int PageSize = 30;

    public async Task<MessagesView> OfAsync(
        OfficePlan plan, Caller caller, HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var url = $"/kantor/{plan.Unit.Code}/{plan.Year}/pesan";
        var seesAll = caller.IsAny(Who.Planner, Who.Administrator);
        var filter = request.Query["saring"].ToString() is var named && named is "gagal" or "saya" ? named : null;
        var all = await ReadAsync(plan.Unit.Code, plan.Year, cancellation);
        var mine = all.Where(row => (seesAll && filter != "saya") || row.Recipient == caller.Official).ToArray();
        var shown = filter == "gagal" ? mine.Where(IsFailed).ToArray() : mine;
        var pages = Math.Max(1, (shown.Length + PageSize - 1) / PageSize);
        _ = int.TryParse(request.Query["halaman"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        page = Math.Clamp(page, 1, pages);
        string? Link(int to) => to < 1 || to > pages ? null : $"{url}?halaman={to}" + (filter is null ? "" : "&saring=" + filter);
        return new MessagesView(
            [.. shown.Skip((page - 1) * PageSize).Take(PageSize).Select(row => Line(plan, row))],
            shown.Length, mine.Count(IsFailed), url, seesAll, filter,
            new PagerView(Link(page - 1), Link(page + 1), $"Halaman {page} dari {pages}"));
    }

    /// <summary>Newest first. Codes for signing in belong to no year and are not among them.</summary>
    private async Task<IReadOnlyList<MessageRow>> ReadAsync(string unit, int year, CancellationToken cancellation)
    {
        var first = Keys.Partition(unit, year) + "|";
        var rows = new List<MessageRow>();
        await foreach (var row in storage.Subjects.QueryAsync<MessageRow>(
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey ge {RowKeys.MessagePrefix} and RowKey lt {Keys.After(RowKeys.MessagePrefix)}"),
            cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return [.. rows.OrderByDescending(row => row.At).ThenBy(row => row.RowKey, StringComparer.Ordinal)];
    }

    private static bool IsFailed(MessageRow row) => row is { SentAt: null, IsObsolete: false } && (row.Failures > 0 || row.GivenUpAt is not null);

    private static MessageLine Line(OfficePlan plan, MessageRow row)
    {
        var official = plan.Officials.FirstOrDefault(candidate => candidate.Code == row.Recipient);
        var name = official?.FullName() ?? row.Recipient;
        var (subject, text) = Text(plan, row, name);
        return new MessageLine(
            Words.ShortMoment(row.SentAt ?? row.At), name, subject, text,
            State(row), Tone(row), row.SentAt is null ? row.LastError : null);
    }

    private static string State(MessageRow row) => row switch
    {
        { IsObsolete: true } => "Tidak dikirim: sudah tidak berlaku",
        { SentAt: not null } => "Terkirim",
        { GivenUpAt: not null } => $"Gagal {row.Failures} kali, tidak dicoba lagi",
        { Failures: > 0, NextTryAt: { } next } => $"Gagal {row.Failures} kali, dicoba lagi {Words.ShortMoment(next)}",
        { Failures: > 0 } => $"Gagal {row.Failures} kali, dicoba lagi",
        { NextTryAt: { } next } => $"Dikirim {Words.ShortMoment(next)}",
        _ => "Menunggu dikirim",
    };

    private static Tone Tone(MessageRow row) =>
        row.IsObsolete ? Components.Tone.Plain
        : row.SentAt is not null ? Components.Tone.Good
        : IsFailed(row) ? Components.Tone.Bad : Components.Tone.Wait;

    // The letter as it was, without its link and code: those are the recipient's alone.
    private static (string Subject, IReadOnlyList<string> Text) Text(OfficePlan plan, MessageRow row, string name)
    {
        if (!Enum.TryParse<MessageKind>(row.Kind, out var kind)) return (row.Kind, []);
        var letter = MessageComposer.Compose(new MessageRequest(
            kind, row.DedupeKey, row.At, new Recipient(row.Recipient, name, "-"), plan.Unit.ShortName, plan.Year,
            SakipJson.Read<Dictionary<string, string>>(row.Facts), Code: kind.IsCode() ? "••••••" : null));
        return (
            letter.Subject,
            [.. letter.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
    }
}
