using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Consistency;

/// <summary>What somebody else says to an explanation.</summary>
internal sealed record Ruling(bool Accept, string? Note);

/// <summary>
/// Keeps what the gates find, and takes explanations and rulings. The ruling that accepts the last blocker lets the
/// waiting agreement, quarter or report go on.
/// </summary>
internal sealed class FindingDesk(
    FindingStore store,
    BlobVault vault,
    PlanStore plans,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    public const int LongestText = 2000;
    private const int Tries = 5;

    /// <summary>Explanations that hold for the subject; every gate takes them into account.</summary>
    public Task<IReadOnlyList<AcceptedExplanation>> AcceptedAsync(Subject subject, CancellationToken cancellation) =>
        store.AcceptedAsync(subject, cancellation);

    /// <summary>Keeps what a check of a gate found. The same check twice changes nothing.</summary>
    /// <param name="check">Names the check within the subject, for example its attempt.</param>
    /// <param name="resume">The event that the subject's instance waits for while something blocks.</param>
    /// <returns>Hash of the snapshot with all findings.</returns>
    public async Task<string> RecordAsync(
        Subject subject,
        string check,
        GateResult gate,
        string? resume,
        CancellationToken cancellation
    )
    {
        for (var i = 0; i < Tries; i++)
        {
            var now = clock.GetUtcNow();
            var standing = await store.RowAsync(subject, cancellation);
            var set = (await store.SetAsync(standing, cancellation)).After(gate.Findings, now);
            var row = standing ?? new FindingsRow();
            row.Hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(set), cancellation);
            row.At = now;
            row.Blocking = gate.Blocking.Count;
            row.Resume = gate.Passes ? null : resume;
            var change = new SubjectChange(subject, "findings:" + check, now).By(
                Actor.System,
                AuditAction.CheckConsistency,
                row.Hash
            );
            _ = standing is null ? change.Insert(row, FindingsRow.Key) : change.Replace(row);
            var result = await dispatcher.CommitAsync(change, null, cancellation);
            if (result == CommitResult.Committed)
                return row.Hash;
            if (result == CommitResult.AlreadyCommitted)
                return (await store.RowAsync(subject, cancellation))!.Hash;
        }

        throw new InvalidOperationException($"The findings of {subject.Dotted} change too often to be recorded.");
    }

    public async Task<FindingAnswer> ExplainAsync(
        Subject subject,
        string finding,
        string text,
        string official,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(text))
            return new(FindingAnswerKind.BadText, "Penjelasan belum diisi.");
        if (text.Length > LongestText)
            return new(FindingAnswerKind.BadText, $"Penjelasan paling panjang {LongestText} huruf.");
        var (now, plan, record) = await OpenAsync(subject, finding, cancellation);
        if (record is null)
            return FindingAnswer.Unknown;
        if (!FindingRights.MayExplain(plan, official, plan.Zone.DateAt(now)))
            return new(FindingAnswerKind.NotAllowed, "Anda tidak berwenang menjelaskan temuan.");
        if (record.Status is not (FindingStatus.Open or FindingStatus.Rejected))
            return new(FindingAnswerKind.NotOpen, "Temuan ini sudah dijelaskan atau sudah diperbaiki.");

        var claim = ClaimOf(plan, official, now, FindingStatus.Explained, text.Trim());
        var change = Act(subject, record, claim);
        foreach (
            var verifier in new OfficeDirectory(plan).WithRole(OfficeRole.Verifier).Where(one => one.Code != official)
        )
        {
            change.Tell(MessageKind.FindingExplained, verifier.Code, Facts(record, plan, official, text.Trim()));
        }

        return await dispatcher.CommitAsync(change, null, cancellation) == CommitResult.Conflict
            ? new(FindingAnswerKind.NotOpen, "Orang lain sudah menjelaskan temuan ini.")
            : FindingAnswer.Done;
    }

    /// <summary>Accepts or rejects the explanation that waits.</summary>
    public async Task<FindingAnswer> RuleAsync(
        Subject subject,
        string finding,
        Ruling ruling,
        string official,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var (accept, note) = (ruling.Accept, ruling.Note);
        if (note?.Length > LongestText)
            return new(FindingAnswerKind.BadText, $"Catatan paling panjang {LongestText} huruf.");
        if (!accept && string.IsNullOrWhiteSpace(note))
            return new(FindingAnswerKind.BadText, "Tulis alasan penolakannya.");
        for (var i = 0; i < Tries; i++)
        {
            var (now, plan, record) = await OpenAsync(subject, finding, cancellation);
            if (record is null)
                return FindingAnswer.Unknown;
            if (RulingRefusal(plan, record, official, plan.Zone.DateAt(now)) is { } refusal)
                return refusal;
            var row = (await store.RowAsync(subject, cancellation))!;
            var status = accept ? FindingStatus.Accepted : FindingStatus.Rejected;
            var change = Act(subject, record, ClaimOf(plan, official, now, status, note?.Trim()));
            if (accept && record.Blocks)
                row.Blocking = Math.Max(0, row.Blocking - 1);
            if (accept && row is { Blocking: 0, Resume: { } resume })
            {
                change.Raise(subject.InstanceId, resume, new RecheckSignal());
                row.Resume = null;
            }

            change
                .Replace(row)
                .Tell(MessageKind.FindingRuled, record.Acts[^1].By, Facts(record, plan, official, note, status));
            if (await dispatcher.CommitAsync(change, client, cancellation) != CommitResult.Conflict)
                return FindingAnswer.Done;
        }

        return new(FindingAnswerKind.NotOpen, "Temuan ini sedang diubah orang lain; muat ulang halamannya.");
    }

    private static FindingAnswer? RulingRefusal(OfficePlan plan, FindingRecord record, string official, DateOnly today)
    {
        if (!FindingRights.MayRule(plan, official, today))
            return new(FindingAnswerKind.NotAllowed, "Hanya verifikator atau kepala yang dapat memutus penjelasan.");
        if (record.Status != FindingStatus.Explained)
            return new(FindingAnswerKind.NotOpen, "Tidak ada penjelasan yang menunggu putusan.");
        if (record.Acts[^1].By == official)
            return new(FindingAnswerKind.SamePerson, "Penjelasan diputus oleh orang lain daripada yang menjelaskan.");
        return ActingKey.IsAgain(record.Acts[^1].Key)
            ? new(
                FindingAnswerKind.SamePerson,
                "Penjelasan ini diberikan dengan kunci yang sama; putusannya dengan kunci lain atau oleh orangnya sendiri."
            )
            : null;
    }

    private async Task<(DateTimeOffset Now, OfficePlan Plan, FindingRecord? Record)> OpenAsync(
        Subject subject,
        string finding,
        CancellationToken cancellation
    ) =>
        (
            clock.GetUtcNow(),
            await plans.PlanAsync(subject.Office, cancellation),
            (await store.ReadAsync(subject, cancellation)).FirstOrDefault(record => record.Finding.Id == finding)
        );

    private static ClaimRow ClaimOf(
        OfficePlan plan,
        string official,
        DateTimeOffset now,
        FindingStatus status,
        string? text
    ) =>
        new()
        {
            Decision = status.ToString(),
            By = official,
            ByName = new OfficeDirectory(plan).Official(official)?.FullName() ?? official,
            At = now,
            Note = text,
            Key = ActingKey.Current,
        };

    // A finding may be explained again after it was rejected, so explanations count, and a ruling has its explanation's number.
    private static SubjectChange Act(Subject subject, FindingRecord record, ClaimRow claim)
    {
        var finding = record.Finding.Id;
        var before = record.Acts.Count(act => act.Status == FindingStatus.Explained);
        var status = Enum.Parse<FindingStatus>(claim.Decision);
        var (role, action, key) = status switch
        {
            FindingStatus.Explained => (
                ActorRole.Explainer,
                AuditAction.ExplainFinding,
                FindingsRow.Explanation(finding, before + 1)
            ),
            FindingStatus.Accepted => (
                ActorRole.Ruler,
                AuditAction.AcceptedFinding,
                FindingsRow.Ruling(finding, before)
            ),
            _ => (ActorRole.Ruler, AuditAction.RejectedFinding, FindingsRow.Ruling(finding, before)),
        };
        return new SubjectChange(subject, $"{key}:{status}".Replace('|', ':'), claim.At)
            .By(new Actor(claim.By, role), action, note: finding)
            .Insert(claim, key);
    }

    private static Dictionary<Fact, string> Facts(
        FindingRecord record,
        OfficePlan plan,
        string official,
        string? note,
        FindingStatus? ruling = null
    ) =>
        new()
        {
            [Fact.Who] = new OfficeDirectory(plan).Official(official)?.FullName() ?? official,
            [Fact.Document] = record.Finding.Code + ": " + record.Finding.Explanation.TrimEnd('.'),
            [Fact.Note] = note ?? "",
            [Fact.Decision] = ruling?.ToString() ?? "",
        };
}
