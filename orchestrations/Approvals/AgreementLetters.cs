using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>
/// Calls people to the agreements of posts: one letter a day for each person and part, however many wait. It leads to one
/// page that lists them all, so that what opens later the same day needs none of its own.
/// </summary>
internal sealed class AgreementLetters(OfficeStorage storage, Dispatcher dispatcher, TimeProvider clock)
{
    // What opens within it stands on the page before anybody has read the letter.
    private static readonly TimeSpan Together = TimeSpan.FromHours(1);

    /// <summary>Whether the step's letter goes out with those of others.</summary>
    public static bool IsOneOfMany(Subject subject) => subject is AgreementSubject { Post: not null };

    /// <summary>Sends the bearer's letter, unless one went out today.</summary>
    public async Task TellAsync(OfficePlan plan, Subject subject, ApprovalRow approval, CancellationToken cancellation)
    {
        if (approval.IsVacant || approval.IsWithdrawn || !IsOneOfMany(subject))
            return;
        var now = clock.GetUtcNow();
        var cycle = new CycleSubject(subject.Office);
        var id = Prefix(approval.Step, approval.Bearer) + plan.Zone.DateAt(now).ToString("yyyyMMdd", null);
        if (await storage.IsDoneAsync(cycle, id, cancellation))
            return;
        var step = new LetterStep(
            "Semua yang menunggu Bapak/Ibu",
            plan.Zone.DateAt(approval.DueAt),
            subject.Dotted,
            approval.Step,
            approval.Attempt
        );
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Decision] = approval.Step == "check" ? "pemeriksaan" : "tanda tangan",
            [Fact.Due] = Facts.Iso(plan.Zone.DateAt(approval.DueAt)),
            [Fact.Steps] = SakipJson.Text(new[] { step }),
        };
        var change = new SubjectChange(cycle, id, now)
            .By(Actor.System, AuditAction.OpenApproval)
            .Tell(MessageKind.AgreementsRequested, approval.Bearer, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    /// <summary>
    /// Sends the letters of what opened after its bearer's last one. Can be run at any time; who was told is not told
    /// again.
    /// </summary>
    /// <param name="open">Every open step of the year.</param>
    public async Task FollowAsync(OfficePlan plan, IReadOnlyList<WaitingRow> open, CancellationToken cancellation)
    {
        var waiting = open.Where(row => row.Bearer != ApprovalRow.Vacant && IsOneOfMany(Subject.Parse(row.Subject)!))
            .GroupBy(row => (row.Step, row.Bearer));
        foreach (var own in waiting)
        {
            var told = await LastAsync(plan.Office, own.Key.Step, own.Key.Bearer, cancellation);
            var later = own.Where(row => told is null || row.Since > told + Together).OrderBy(row => row.Since);
            foreach (var row in later)
            {
                var subject = Subject.Parse(row.Subject)!;
                var key = RowKeys.Approval(row.Step, row.Attempt);
                var partition = Keys.Partition(subject);
                if (await storage.Subjects.FindAsync<ApprovalRow>(partition, key, cancellation) is not { } approval)
                    continue;
                await TellAsync(plan, subject, approval, cancellation);
                break;
            }
        }
    }

    private async Task<DateTimeOffset?> LastAsync(
        OfficeYear office,
        string step,
        string bearer,
        CancellationToken cancellation
    )
    {
        DateTimeOffset? last = null;
        var partition = Keys.Partition(new CycleSubject(office));
        var prefix = RowKeys.Change(Prefix(step, bearer));
        await foreach (var sent in storage.Subjects.UnderAsync<ChangeRow>(partition, prefix, cancellation))
            last = sent.At ?? last;
        return last;
    }

    private static string Prefix(string step, string bearer) => $"agreements:{step}:{bearer}:";
}
