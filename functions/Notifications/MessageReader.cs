using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;

namespace Sakip.Functions.Notifications;

internal sealed record MessageLine
{
    public required string At { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<string> Text { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required string? Error { get; init; }

    /// <summary>The message's key where it was given up and can be sent again; null elsewhere.</summary>
    public string? Again { get; init; }
}

internal sealed record MessagesView(
    IReadOnlyList<MessageLine> Rows,
    int Failed,
    string Url,
    bool SeesAll,
    string? Filter,
    PagerView Pager
)
{
    /// <summary>What became of letters that were sent again.</summary>
    public string? Result { get; init; }
}

/// <summary>The messages of a year: one's own, and for those who look after the office everybody's.</summary>
internal sealed class MessageReader(Inbox inbox)
{
    private const int PageSize = 30;
    private const int LongestKey = 60;

    public async Task<MessagesView> OfAsync(
        OfficePlan plan,
        Caller caller,
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        var office = plan.Office;
        var url = $"/kantor/{office.Unit}/{office.Year}/pesan";
        var seesAll = caller.IsAny(Who.Planner, Who.Administrator);
        var filter = request.Query["saring"].ToString() is var named && named is "gagal" or "saya" ? named : null;
        var failed = (await inbox.FailedAsync(office, cancellation))
            .Where(one => seesAll || one.Recipient == caller.Official)
            .ToArray();
        var after = request.Query["sesudah"].ToString() is { Length: > 0 and <= LongestKey } key ? key : null;
        var rows =
            filter == "gagal"
                ? await FailedRowsAsync(office, seesAll ? null : caller.Official, cancellation)
                : await inbox.RowsAfterAsync(
                    office,
                    seesAll && filter != "saya" ? null : caller.Official,
                    after,
                    PageSize + 1,
                    cancellation
                );
        string Link(string? from) =>
            url
            + QueryString.Create(
                new[] { KeyValuePair.Create("saring", filter), KeyValuePair.Create("sesudah", from) }.Where(pair =>
                    pair.Value is not null
                )!
            );
        return new MessagesView(
            [.. rows.Take(PageSize).Select(row => Line(plan, row, seesAll))],
            failed.Length,
            url,
            seesAll,
            filter,
            new PagerView(
                after is null ? null : Link(null),
                rows.Count > PageSize ? Link(rows[PageSize - 1].Key) : null,
                after is null ? "Yang terbaru" : "Yang lebih lama"
            )
        )
        {
            Result = ResultOf(request.Query["hasil"].ToString()),
        };
    }

    private async Task<IReadOnlyList<InboxRow>> FailedRowsAsync(
        OfficeYear office,
        string? official,
        CancellationToken cancellation
    )
    {
        var rows = new List<InboxRow>();
        await foreach (var row in inbox.FailedRows(office, cancellation))
        {
            if (official is null || row.Recipient == official)
                rows.Add(row);
            if (rows.Count == PageSize)
                break;
        }

        return rows;
    }

    private static bool IsFailed(InboxRow row) =>
        row is { SentAt: null, IsObsolete: false } && (row.Failures > 0 || row.GivenUpAt is not null);

    private static string? ResultOf(string given) =>
        given.Split('-') is [var sent, var waiting, var failed]
        && int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var ok)
        && int.TryParse(waiting, NumberStyles.None, CultureInfo.InvariantCulture, out var later)
        && int.TryParse(failed, NumberStyles.None, CultureInfo.InvariantCulture, out var not)
            ? $"Dikirim ulang: {ok} terkirim, {later} menunggu dicoba lagi, {not} tidak terkirim."
            : null;

    private static MessageLine Line(OfficePlan plan, InboxRow row, bool mayResend)
    {
        var official = plan.Officials.FirstOrDefault(candidate => candidate.Code == row.Recipient);
        var name = official?.FullName() ?? row.Recipient;
        var (subject, text) = Text(plan, row, name);
        return new MessageLine
        {
            At = PageWords.ShortMoment(row.SentAt ?? row.At),
            To = name,
            Subject = subject,
            Text = text,
            State = State(row),
            Tone = Tone(row),
            Error = row.SentAt is null ? row.LastError : null,
            Again = mayResend && row is { GivenUpAt: not null, IsObsolete: false, SentAt: null } ? row.Key : null,
        };
    }

    private static string State(InboxRow row) =>
        row switch
        {
            { IsObsolete: true } => "Tidak dikirim: sudah tidak berlaku",
            { SentAt: not null } => "Terkirim",
            { GivenUpAt: not null } => $"Gagal {row.Failures} kali, tidak dicoba lagi",
            { Failures: > 0, NextTryAt: { } next } =>
                $"Gagal {row.Failures} kali, dicoba lagi {PageWords.ShortMoment(next)}",
            { Failures: > 0 } => $"Gagal {row.Failures} kali, dicoba lagi",
            { NextTryAt: { } next } => $"Dikirim {PageWords.ShortMoment(next)}",
            _ => "Menunggu dikirim",
        };

    private static Tone Tone(InboxRow row) =>
        row.IsObsolete ? Web.Components.Tone.Plain
        : row.SentAt is not null ? Web.Components.Tone.Good
        : IsFailed(row) ? Web.Components.Tone.Bad
        : Web.Components.Tone.Wait;

    // The letter as it was, without its link and code: those are the recipient's alone.
    private static (string Subject, IReadOnlyList<string> Text) Text(OfficePlan plan, InboxRow row, string name)
    {
        if (!Enum.TryParse<MessageKind>(row.Kind, out var kind))
            return (row.Kind, []);
        var letter = MessageComposer.Compose(
            new MessageRequest
            {
                Kind = kind,
                DedupeKey = row.DedupeKey,
                At = row.At,
                To = new Recipient(row.Recipient, name, "-"),
                Office = plan.Unit.ShortName,
                Year = plan.Year,
                Facts = FactText.Read(row.Facts),
                Code = kind.IsCode() ? "••••••" : null,
                Zone = plan.Zone,
            }
        );
        return (
            letter.Subject,
            [
                .. letter
                    .Text.ReplaceLineEndings("\n")
                    .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ]
        );
    }
}
