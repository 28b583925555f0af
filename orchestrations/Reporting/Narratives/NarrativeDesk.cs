using Azure.Data.Tables;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Figure = Sakip.Evaluation.Figure;

namespace Sakip.Reporting;

/// <summary>What the page of a text shows.</summary>
/// <param name="Body">The text as it stands.</param>
/// <param name="LastYear">What last year's report said there; null where there is none.</param>
/// <param name="Figures">Every placeholder with its present value.</param>
internal sealed record NarrativeSheet(
    string Section,
    string Title,
    string? Owner,
    string Body,
    string? LastYear,
    IReadOnlyList<Figure> Figures
);

/// <summary>Texts of the report: what is asked, what stands, what may be taken.</summary>
internal sealed class NarrativeDesk(OfficeStorage storage, PlanStore plans, PlanDesk desk, YearBasis years)
{
    /// <summary>Null where the plan has no such section.</summary>
    public async Task<NarrativeSheet?> SheetAsync(OfficeYear office, string section, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        if (plan.Report.Narratives.FirstOrDefault(text => text.Section == section) is not { } text)
            return null;
        var before = await plans.FindPlanAsync(new OfficeYear(office.Unit, office.Year - 1), cancellation);
        var evaluation = await years.EvaluationAsync(office, cancellation);
        return new NarrativeSheet(
            section,
            text.Title,
            text.Owner,
            text.Body,
            before?.Report.Narratives.FirstOrDefault(one => one.Section == section)?.Body,
            evaluation.Figures
        );
    }

    public static NarrativeVerdict Check(NarrativeSheet sheet, string body)
    {
        return NarrativeCheck.Of(body, new FigureRegister(sheet.Figures), sheet.Figures);
    }

    /// <summary>The text as the report will print it.</summary>
    public static IReadOnlyList<Block> Preview(NarrativeSheet sheet, string body)
    {
        return NarrativeBlocks.Parse(body, new FigureRegister(sheet.Figures));
    }

    /// <summary>Takes over a text: the plan gets a new version. The same text again changes nothing.</summary>
    public Task<PlanChangeResult> KeepAsync(
        OfficeYear office,
        string section,
        string body,
        Actor by,
        string reason,
        CancellationToken cancellation
    ) => desk.ChangeAsync(office, plan => plan.With(section, Normal(body)), by, reason, cancellation);

    /// <summary>Where each text stands for a version of the report.</summary>
    public async Task<IReadOnlyList<NarrativeState>> StatesAsync(
        OfficeYear office,
        int version,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        // The keys of all texts lie in one range, so a single query reads them.
        var first = Keys.Partition(new NarrativeSubject(office, version, ""));
        var handedIn = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var row in storage.Subjects.QueryAsync<StateRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey eq {RowKeys.State}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            handedIn.Add(row.PartitionKey);
        }

        var due = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (
            var row in storage.Subjects.QueryAsync<ApprovalRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey ge {"approval|"} and RowKey lt {Keys.After("approval|")}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            due[row.PartitionKey] = row.DueAt;
        }

        return
        [
            .. plan.Report.Narratives.Select(text =>
            {
                var partition = Keys.Partition(new NarrativeSubject(office, version, text.Section));
                return new NarrativeState(
                    text.Section,
                    text.Title,
                    text.Owner,
                    !string.IsNullOrWhiteSpace(text.Body),
                    handedIn.Contains(partition),
                    due.TryGetValue(partition, out var at) ? at : null
                );
            }),
        ];
    }

    public static string Normal(string body) => body.ReplaceLineEndings("\n").Trim();
}

/// <param name="HasText">Whether any text stands, handed in or prepared.</param>
/// <param name="IsHandedIn">Whether its owner handed it in for this version.</param>
/// <param name="DueAt">Null while nobody was asked.</param>
internal sealed record NarrativeState(
    string Section,
    string Title,
    string? Owner,
    bool HasText,
    bool IsHandedIn,
    DateTimeOffset? DueAt
);
