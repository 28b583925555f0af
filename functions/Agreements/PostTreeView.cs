using System.Globalization;
using Sakip.Agreements;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Agreements;

/// <summary>A post in the tree, in words.</summary>
/// <param name="Depth">1 directly below the head of the office.</param>
/// <param name="Url">The page of its agreement; null where there is none.</param>
/// <param name="Document">Its document; null where there is none.</param>
internal sealed record PostTreeRow(
    int Depth,
    string Post,
    string Holder,
    string State,
    Tone Tone,
    string? Note,
    string? Url,
    string? Document
);

/// <summary>The posts below the head of the office with where the agreement of each stands.</summary>
/// <param name="Wanted">How many would be drawn up now.</param>
internal sealed record PostTreeView(string Base, IReadOnlyList<PostTreeRow> Rows, int Wanted)
{
    /// <summary>How many stand where, in words: "3 berlaku, 2 terlambat".</summary>
    public string Summary { get; init; } = "";

    /// <summary>Whether any agreement of a post was called for.</summary>
    public bool IsUsed { get; init; }

    /// <param name="url">Address of the agreements' page.</param>
    public static PostTreeView Of(string url, OfficePlan plan, IReadOnlyList<PostStanding> standings)
    {
        var called = standings.Where(one => one.Revision is not null).ToList();
        string[] parts =
        [
            .. new[]
            {
                (called.Count(one => one.State == AgreementState.InForce), "berlaku"),
                (called.Count(one => one.IsOverdue), "terlambat"),
                (called.Count(one => one.State == AgreementState.NeedsCorrection), "perlu perbaikan"),
                (called.Count(one => one.WaitsForSuperior), "menunggu perjanjian atasan"),
            }
                .Where(part => part.Item1 > 0)
                .Select(part => FormattableString.Invariant($"{part.Item1} {part.Item2}")),
        ];
        return new PostTreeView(
            url,
            [.. standings.Select(one => RowOf(url, plan, one))],
            standings.Count(one => one.IsWanted)
        )
        {
            IsUsed = called.Count > 0,
            Summary =
                FormattableString.Invariant($"{called.Count} perjanjian")
                + string.Concat(parts.Select(part => ", " + part)),
        };
    }

    private static PostTreeRow RowOf(string url, OfficePlan plan, PostStanding one)
    {
        var (words, tone) = StateOf(one);
        var page = one.Revision is { } revision
            ? string.Create(CultureInfo.InvariantCulture, $"{url}/bawahan/{one.Place.Post.Code}/{revision}")
            : null;
        return new PostTreeRow(
            one.Place.Depth,
            one.Place.Post.Name,
            one.Place.Holder?.Official.FullName() ?? "belum ada pejabatnya",
            words,
            tone,
            NoteOf(plan, one),
            page,
            one.Hash is null ? null : page + "/berkas"
        );
    }

    private static (string Words, Tone Tone) StateOf(PostStanding one) =>
        one switch
        {
            { Revision: null, Place.Annex.IsEmpty: true } => ("Tidak memikul indikator", Tone.Plain),
            { Revision: null, Place.Obstacle: not null } => ("Terhalang", Tone.Bad),
            { Revision: null } => ("Belum disusun", Tone.Plain),
            { IsOverdue: true } => ("Terlambat: " + StepWords.Of(one.Waiting!.Kind), Tone.Bad),
            { WaitsForSuperior: true } => ("Menunggu perjanjian atasan", Tone.Info),
            { State: { } state } => (AgreementWords.Of(state), AgreementWords.ToneOf(state)),
            _ => ("Disusun", Tone.Wait),
        };

    private static string? NoteOf(OfficePlan plan, PostStanding one)
    {
        if (one.State == AgreementState.NeedsCorrection && one.Note is not null)
            return one.Note;
        if (one.State != AgreementState.InForce && !one.Place.Annex.IsEmpty && one.Place.Obstacle is { } obstacle)
            return obstacle;
        if (one.Waiting is { } waiting)
        {
            var who =
                plan.Officials.FirstOrDefault(official => official.Code == waiting.Bearer)?.FullName()
                ?? "pejabat yang belum ditetapkan";
            return $"{who}, paling lambat {PageWords.Moment(waiting.DueAt)}";
        }

        return one.Place.Annex.IsEmpty ? null : one.Place.Remark;
    }
}

/// <summary>What is drawn up when the planner presses, and the tree as it stands.</summary>
/// <param name="Wanted">Posts whose agreements are drawn up, with what each promises.</param>
/// <param name="Blocked">Posts that carry something and cannot have one, with the way out.</param>
internal sealed record PostDraftView(string Base, PageTable Wanted, PageTable Blocked, int Called)
{
    public static PostDraftView Of(string url, IReadOnlyList<PostStanding> standings) =>
        new(
            url,
            new PageTable(
                "Yang akan disusun",
                ["Jabatan", "Pihak pertama", "Pihak kedua", "Indikator", "Sub kegiatan", "Pagu"],
                [
                    .. standings
                        .Where(one => one.IsWanted)
                        .Select(one =>
                            (IReadOnlyList<string>)
                                [
                                    one.Place.Post.Name,
                                    one.Place.Holder!.Official.FullName(),
                                    one.Place.Superior!.Official.FullName()
                                        + (one.Place.Remark is { } remark ? $" ({remark})" : ""),
                                    PageWords.Number(one.Place.Annex.Indicators.Count),
                                    PageWords.Number(one.Place.Annex.Amounts.Count),
                                    one.Place.Annex.Amounts.Count == 0
                                        ? "–"
                                        : PageWords.Rupiah(one.Place.Annex.Amounts.Sum(row => row.Amount)),
                                ]
                        ),
                ]
            ),
            new PageTable(
                "Yang belum dapat disusun",
                ["Jabatan", "Sebab dan jalan keluarnya"],
                [
                    .. standings
                        .Where(one => one is { Revision: null, Place: { Obstacle: not null, Annex.IsEmpty: false } })
                        .Select(one => (IReadOnlyList<string>)[one.Place.Post.Name, one.Place.Obstacle!]),
                ]
            ),
            standings.Count(one => one.Revision is not null)
        );
}
