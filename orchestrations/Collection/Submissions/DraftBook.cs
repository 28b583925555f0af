using Azure;
using Azure.Data.Tables;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Keeps drafts. Whoever saves says which revision they saw: one that somebody else has replaced is not overwritten.</summary>
internal sealed class DraftBook(OfficeStorage storage, BlobVault vault, TimeProvider clock)
{
    private const int LongestInRow = 30_000;

    public async Task<Draft?> FindAsync(OpenedLink link, CancellationToken cancellation)
    {
        return await StandingAsync(link, cancellation) is { } row ? await DraftAsync(row, cancellation) : null;
    }

    /// <summary>Whether somebody has kept a draft of the step, as the link saw it when it was opened.</summary>
    public static bool HasDraft(OpenedLink link)
    {
        return link.Rows?.Find<DraftRow>(Key(link)) is not null;
    }

    /// <param name="isOwn">Which fields the draft keeps; those of a sub-unit's report unless another form says its own.</param>
    public async Task<DraftAnswer> SaveAsync(
        OpenedLink link,
        IReadOnlyDictionary<string, string> form,
        int seen,
        string writer,
        CancellationToken cancellation,
        Func<string, bool>? isOwn = null
    )
    {
        var fields = form.Where(field => (isOwn ?? SubmissionForm.IsOwn)(field.Key))
            .ToDictionary(StringComparer.Ordinal);
        for (var seenFirst = link.Rows; ; seenFirst = null)
        {
            // What the link saw when it was opened, first: a draft that came since makes the write fail, and is read.
            var standing = seenFirst is null ? await RowAsync(link, cancellation) : seenFirst.Find<DraftRow>(Key(link));
            if (
                standing is not null
                && standing.Revision != seen
                && standing.Writer != writer
                && await DraftAsync(standing, cancellation) is var other
                && !Same(other.Fields, fields)
            )
            {
                return new DraftAnswer(other, IsConflict: true);
            }

            var row = await NewAsync(link, fields, standing, writer, cancellation);
            if (await TryWriteAsync(row, standing, cancellation))
                return new DraftAnswer(new Draft(row.Revision, writer, row.At, fields), IsConflict: false);
        }
    }

    private async Task<DraftRow?> StandingAsync(OpenedLink link, CancellationToken cancellation) =>
        link.Rows is { } rows ? rows.Find<DraftRow>(Key(link)) : await RowAsync(link, cancellation);

    private Task<DraftRow?> RowAsync(OpenedLink link, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<DraftRow>(Keys.Partition(link.Subject), Key(link), cancellation);

    private static string Key(OpenedLink link) => RowKeys.Draft(link.Policy.Step, link.Approval.Attempt);

    private async Task<DraftRow> NewAsync(
        OpenedLink link,
        Dictionary<string, string> fields,
        DraftRow? standing,
        string writer,
        CancellationToken cancellation
    )
    {
        var body = SakipJson.Text(fields);
        var isLong = body.Length > LongestInRow;
        return new DraftRow
        {
            PartitionKey = Keys.Partition(link.Subject),
            RowKey = Key(link),
            Revision = (standing?.Revision ?? 0) + 1,
            Writer = writer,
            By = link.Bearer.Code,
            At = clock.GetUtcNow(),
            Body = isLong ? null : body,
            BodyHash = isLong ? await vault.KeepSnapshotAsync(SakipJson.Bytes(fields), cancellation) : null,
        };
    }

    private async Task<bool> TryWriteAsync(DraftRow row, DraftRow? standing, CancellationToken cancellation)
    {
        if (standing is null)
            return await storage.Subjects.TryInsertAsync(row, cancellation);
        try
        {
            await storage.Subjects.UpdateEntityAsync(row, standing.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false;
        }
    }

    private async Task<Draft> DraftAsync(DraftRow row, CancellationToken cancellation)
    {
        var fields = row.BodyHash is { } hash
            ? SakipJson.Read<Dictionary<string, string>>(await vault.SnapshotAsync(hash, cancellation))
            : SakipJson.Read<Dictionary<string, string>>(row.Body ?? "{}");
        return new Draft(row.Revision, row.Writer, row.At, fields);
    }

    private static bool Same(IReadOnlyDictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count && one.All(field => other.GetValueOrDefault(field.Key) == field.Value);
}
