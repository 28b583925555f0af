using System.Globalization;
using Sakip.AnnualCycle;
using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>One part of the report with where its content comes from.</summary>
/// <param name="Narratives">Sections of the texts that stand in it.</param>
internal sealed record ReportPart(
    string Code,
    string Title,
    IReadOnlyList<PartSource> Sources,
    IReadOnlyList<string> Narratives
);

/// <summary>Where the report of a year stands.</summary>
internal sealed record ReportStanding
{
    /// <summary>The version that is being made; null when the last one is published.</summary>
    public required int? Version { get; init; }

    /// <summary>Of that version: null before its assembly has begun.</summary>
    public required string? State { get; init; }

    /// <summary>The attempt whose recheck it waits for; null when it waits for none.</summary>
    public required int? Waiting { get; init; }

    public required IReadOnlyList<ReportPart> Parts { get; init; }

    public required IReadOnlyList<NarrativeState> Narratives { get; init; }

    public required IReadOnlyList<PublishedVersion> Published { get; init; }

    /// <summary>Reviews given so far, first to last.</summary>
    public required IReadOnlyList<ReviewStatement> Reviews { get; init; }

    public required CorrectionRequest? Correction { get; init; }
}

/// <summary>Puts together what the pages of a report show; it reads tables only.</summary>
internal sealed class ReportOverview(
    OfficeStorage storage,
    ReportSources sources,
    ReportVersions versions,
    ReportRecords records,
    NarrativeDesk narratives,
    ReviewDesk reviews
)
{
    // The parts are told by putting the whole report together; they change as seldom as its outline.
    private static readonly TimeSpan PartsHold = TimeSpan.FromSeconds(30);

    /// <summary>The same, for pages that many look at.</summary>
    public Task<ReportStanding> ShownAsync(OfficeYear office, CancellationToken cancellation) =>
        storage.Memory.ReadAsync("annual report", office, () => OfAsync(office, CancellationToken.None), cancellation);

    public async Task<ReportStanding> OfAsync(OfficeYear office, CancellationToken cancellation)
    {
        var running = await versions.RunningAsync(office, cancellation);
        var published = await records.AllAsync(office, cancellation);
        var version = running ?? published[^1].Version;
        var subject = new AnnualReportSubject(office, version);
        var state = await records.StateAsync(subject, cancellation);
        return new ReportStanding
        {
            Version = running,
            State = state?.State,
            Waiting = running is null ? null : await WaitingAsync(subject, cancellation),
            Parts = await PartsAsync(office, version, cancellation),
            Narratives = await narratives.StatesAsync(office, version, cancellation),
            Published = published,
            Reviews = await ReviewsAsync(subject, cancellation),
            Correction = await versions.CorrectionAsync(office, version, cancellation),
        };
    }

    /// <summary>The report's parts, each with its marks: data, computed, register, narrative.</summary>
    public static IEnumerable<ReportPart> PartsOf(AnnualReportData data) =>
        AnnualReportDocument
            .SectionCodes.Select(code =>
            {
                var context = new ReportContext(data);
                return (Code: code, AnnualReportDocument.BuildSection(context, code).Blocks, context.Asked);
            })
            .Where(section => section.Blocks.Count > 0)
            .Select(section => new ReportPart(
                section.Code,
                section.Blocks.OfType<Heading>().FirstOrDefault() is { } heading
                    ? $"{heading.Number} {heading.Text}".Trim()
                    : "Sampul",
                [.. section.Blocks.Select(block => block.Source).OfType<PartSource>().Distinct().Order()],
                [
                    .. data
                        .Plan.Report.Narratives.Where(text => section.Asked.Contains(text.Section))
                        .Select(text => text.Section),
                ]
            ));

    private Task<IReadOnlyList<ReportPart>> PartsAsync(
        OfficeYear office,
        int version,
        CancellationToken cancellation
    ) =>
        storage.Memory.ReadAsync<IReadOnlyList<ReportPart>>(
            FormattableString.Invariant($"report parts {version}"),
            office,
            async () =>
                [
                    .. PartsOf(
                        await sources.ReadAsync(
                            new ReportAssemblyInput(office.Unit, office.Year, version),
                            CancellationToken.None
                        )
                    ),
                ],
            cancellation,
            PartsHold
        );

    // The newest hand-back that no later step followed is the attempt that waits.
    private async Task<int?> WaitingAsync(Subject subject, CancellationToken cancellation)
    {
        int? waiting = null;
        await foreach (
            var row in storage.Subjects.UnderAsync<ChangeRow>(
                Keys.Partition(subject),
                RowKeys.Change("hand-back:"),
                cancellation
            )
        )
        {
            var text = row.RowKey.AsSpan(row.RowKey.LastIndexOf(':') + 1);
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
                waiting = Math.Max(waiting ?? 0, attempt);
        }

        return waiting;
    }

    private async Task<IReadOnlyList<ReviewStatement>> ReviewsAsync(Subject subject, CancellationToken cancellation)
    {
        var step = Approvals.ApprovalPolicy.Of(Approvals.ApprovalKind.AnnualReview).Step;
        var all = new List<ReviewStatement>();
        await foreach (
            var claim in storage.Subjects.UnderAsync<ClaimRow>(
                Keys.Partition(subject),
                Keys.Join("claim", step, ""),
                cancellation
            )
        )
        {
            var text = claim.RowKey.AsSpan(claim.RowKey.LastIndexOf('|') + 1).ToString();
            if (
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
                && await reviews.FindAsync(subject, attempt, cancellation) is { } review
            )
            {
                all.Add(review);
            }
        }

        return all;
    }
}
