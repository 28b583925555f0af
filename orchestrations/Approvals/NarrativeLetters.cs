using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>
/// Asks for the texts of a report: one letter to each writer, however many texts. The last of somebody's steps that opens
/// sends it, whichever that is; each of them is opened again after a crash, so it is sent.
/// </summary>
internal sealed class NarrativeLetters(OfficeStorage storage, Dispatcher dispatcher, TimeProvider clock)
{
    private static readonly string Step = ApprovalPolicy.Of(ApprovalKind.Narrative).Step;

    /// <summary>Keeps which texts are about to be asked for.</summary>
    public Task KeepAskedAsync(
        OfficeYear office,
        int version,
        int attempt,
        IReadOnlyList<string> sections,
        CancellationToken cancellation
    ) =>
        storage.Subjects.UpsertEntityAsync(
            new AskedRow
            {
                PartitionKey = Keys.Partition(new AnnualReportSubject(office, version)),
                RowKey = AskedRow.Key(attempt),
                Sections = SakipJson.Text(sections),
            },
            TableUpdateMode.Replace,
            cancellation
        );

    /// <summary>Which texts are asked for together with this one; null where its letter goes alone.</summary>
    public async Task<IReadOnlyList<string>?> AskedWithAsync(
        NarrativeSubject narrative,
        int attempt,
        CancellationToken cancellation
    )
    {
        var row = await storage.Subjects.FindAsync<AskedRow>(
            Keys.Partition(new AnnualReportSubject(narrative.Office, narrative.Version)),
            AskedRow.Key(attempt),
            cancellation
        );
        return row is null ? null : SakipJson.Read<IReadOnlyList<string>>(row.Sections);
    }

    /// <summary>Sends the writer's letter once all of their texts are open; before that does nothing.</summary>
    public async Task TellAsync(
        OfficePlan plan,
        NarrativeSubject narrative,
        ApprovalRow opened,
        IReadOnlyList<string> asked,
        CancellationToken cancellation
    )
    {
        if (opened.IsVacant)
            return;
        var (open, told) = await ReadAsync(narrative, opened.Attempt, cancellation);
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var texts = plan.Report.Narratives.Where(text => asked.Contains(text.Section)).ToList();
        var isWhole = texts.TrueForAll(text =>
            open.ContainsKey(text.Section)
            || Bearers.Find(plan, ApprovalKind.Narrative, text.Owner, today, [])?.Code != opened.Bearer
        );
        if (!isWhole)
            return;
        var own = texts
            .Where(text =>
                open.TryGetValue(text.Section, out var approval)
                && approval.Bearer == opened.Bearer
                && !told.Contains(text.Section)
            )
            .Select(text => (Subject: narrative with { Section = text.Section }, Approval: open[text.Section]))
            .ToList();
        if (own.Count > 0)
            await dispatcher.CommitAsync(Letter(plan, own), null, cancellation);
    }

    private SubjectChange Letter(OfficePlan plan, List<(NarrativeSubject Subject, ApprovalRow Approval)> own)
    {
        var (first, approval) = own[0];
        var (due, closes) = (plan.Zone.DateAt(approval.DueAt), plan.Zone.DateAt(approval.ClosesAt));
        var id = FormattableString.Invariant($"ask:{Step}:{approval.Attempt}");
        if (own.Count == 1)
        {
            return Change(first, id)
                .Ask(
                    MessageKind.NarrativeRequested,
                    approval.Bearer,
                    Facts.Of(plan, InputOf(first, approval), due, closes),
                    (approval.Step, approval.Attempt),
                    RequestKey(first, approval.Attempt)
                );
        }

        var report = new AnnualReportSubject(first.Office, first.Version);
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Due] = Facts.Iso(due),
            [Fact.Steps] = SakipJson.Text(
                own.Select(one => new LetterStep(
                    Facts.TitleOf(plan, InputOf(one.Subject, one.Approval)),
                    Due: null,
                    one.Subject.Dotted,
                    one.Approval.Step,
                    one.Approval.Attempt
                ))
            ),
        };
        id += ":" + approval.Bearer;
        return Change(report, id).Tell(MessageKind.NarrativesRequested, approval.Bearer, facts);
    }

    private SubjectChange Change(Subject subject, string id) =>
        new SubjectChange(subject, id, clock.GetUtcNow()).By(Actor.System, AuditAction.OpenApproval);

    private static ApprovalInput InputOf(Subject subject, ApprovalRow approval) =>
        Facts.InputOf(subject, approval.Kind, approval.Attempt, approval.SubUnit);

    private static string RequestKey(Subject subject, int attempt) =>
        FormattableString.Invariant($"{MessageKind.NarrativeRequested}:{subject.Dotted}:{Step}:{attempt}");

    /// <summary>The steps of the attempt that are open, and the sections whose letter went alone, as of earlier releases.</summary>
    private async Task<(Dictionary<string, ApprovalRow> Open, HashSet<string> Told)> ReadAsync(
        NarrativeSubject narrative,
        int attempt,
        CancellationToken cancellation
    )
    {
        var first = Keys.Partition(narrative with { Section = "" });
        var (open, told) = (
            new Dictionary<string, ApprovalRow>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        await foreach (
            var row in storage.Subjects.QueryAsync<ApprovalRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey eq {RowKeys.Approval(Step, attempt)}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            open[SectionOf(row)] = row;
        }

        var requests = $"{RowKeys.MessagePrefix}{MessageKind.NarrativeRequested}:";
        await foreach (
            var row in storage.Subjects.QueryAsync<MessageRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey ge {requests} and RowKey lt {Keys.After(requests)}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            if (row.LinkAttempt == attempt)
                told.Add(SectionOf(row));
        }

        return (open, told);
    }

    private static string SectionOf(Row row) => ((NarrativeSubject)Subject.OfPartition(row.PartitionKey)!).Section;
}
