using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// Takes evidence in, in parts or whole, judges it by its content, and lets it go again. A file streams to its blob and
/// back; none is ever held whole in memory. Files are not scanned for viruses: that is the storage account's part.
/// </summary>
internal sealed class EvidenceDesk(OfficeStorage storage, EvidenceBook book, Dispatcher dispatcher, TimeProvider clock)
{
    /// <summary>Takes an offer. The same file offered again for the same field goes on where it was cut off.</summary>
    public async Task<EvidenceAnswer> BeginAsync(
        OpenedLink link,
        EvidenceOffer offer,
        IReadOnlyCollection<string> owners,
        CancellationToken cancellation
    )
    {
        if (!IsOpen(link))
            return EvidenceAnswer.No("Laporan ini sudah dikirim; buktinya tidak dapat diubah lagi.");
        var report = (SubUnitReportSubject)link.Subject;
        var now = clock.GetUtcNow();
        offer = offer with { FileName = EvidenceRules.CleanName(offer.FileName) };
        while (true)
        {
            var gate = await book.GateAsync(link.Subject, cancellation);
            var all = await LapseAsync(link.Subject, await book.AllAsync(link.Subject, cancellation), cancellation);
            var cut = all.FirstOrDefault(row =>
                row.State == nameof(EvidenceState.Uploading)
                && row.Owner == offer.Owner
                && row.FileName == offer.FileName
                && row.Size == offer.Size
            );
            var others = all.Where(row => row != cut).ToList();
            var ofField = others.Count(row => row.Owner == offer.Owner && row.Takes);
            if (
                (
                    EvidenceRules.Check(offer, owners, ofField, link.Plan.Zone.DateAt(now))
                    ?? EvidenceRules.CheckUnfinished(offer, others)
                ) is
                { } error
            )
            {
                return EvidenceAnswer.No(error);
            }

            if (cut is not null)
                return new EvidenceAnswer(cut, null);
            var row = new EvidenceRow
            {
                PartitionKey = Keys.Partition(link.Subject),
                Id = IdOf(link.Subject, offer, all.Count),
                Owner = offer.Owner,
                FileName = offer.FileName,
                Size = offer.Size,
                DocumentDate = link.Plan.WorkDays().Opening(offer.DocumentDate),
                By = link.Bearer.Code,
                At = now,
                Remark = EvidenceRules.DateRemark(offer.DocumentDate, report.Quarter, report.Year),
            };
            row.RowKey = EvidenceKeys.Row(row.Id);
            if (await book.TryOfferAsync(row, gate, cancellation))
                return new EvidenceAnswer(row, null);
        }
    }

    // An upload that nobody finished frees its place, and its parts are deleted.
    private async Task<IReadOnlyList<EvidenceRow>> LapseAsync(
        Subject subject,
        IReadOnlyList<EvidenceRow> all,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        foreach (var row in all.Where(row => row.HasLapsed(now)))
        {
            row.State = nameof(EvidenceState.Refused);
            row.Remark = EvidenceRules.Lapsed;
            if (await book.TryReplaceAsync(row, cancellation))
                await FollowAsync(subject, row, cancellation);
        }

        return all;
    }

    /// <summary>Stages one part; the same part again replaces itself.</summary>
    public async Task<string?> PutPartAsync(
        OpenedLink link,
        string id,
        int number,
        ReadOnlyMemory<byte> part,
        CancellationToken cancellation
    )
    {
        if (
            !IsOpen(link)
            || await book.FindAsync(link.Subject, id, cancellation)
                is not { State: nameof(EvidenceState.Uploading) } row
        )
        {
            return "Unggahan ini tidak dikenal atau sudah selesai.";
        }

        if (part.Length == 0 || part.Length > EvidenceRules.PartSize || number >= PartsOf(row.Size))
            return "Potongan berkas tidak sesuai dengan yang diumumkan.";
        using var content = new MemoryStream(part.ToArray(), writable: false);
        await Blob(link.Subject, id).StageBlockAsync(BlockId(number), content, cancellationToken: cancellation);
        return null;
    }

    /// <summary>Takes a small file whole, from a plain form.</summary>
    public async Task<EvidenceAnswer> PutWholeAsync(
        OpenedLink link,
        EvidenceRow row,
        Stream content,
        CancellationToken cancellation
    )
    {
        await Blob(link.Subject, row.Id).UploadAsync(content, new BlobUploadOptions(), cancellation);
        return await JudgeAsync(link, row, cancellation);
    }

    /// <summary>Puts the parts together and judges what they are.</summary>
    public async Task<EvidenceAnswer> FinishAsync(OpenedLink link, string id, CancellationToken cancellation)
    {
        var row = await book.FindAsync(link.Subject, id, cancellation);
        // Asked for again: a crash may have come before what follows.
        if (row is not null && IsOpen(link))
            await FollowAsync(link.Subject, row, cancellation);
        if (row is { State: nameof(EvidenceState.Kept) })
            return new EvidenceAnswer(row, null);
        if (!IsOpen(link) || row is not { State: nameof(EvidenceState.Uploading) })
            return EvidenceAnswer.No(row?.Remark ?? "Unggahan ini tidak dikenal atau sudah selesai.");
        var parts = Enumerable.Range(0, PartsOf(row.Size)).Select(BlockId).ToList();
        try
        {
            await Blob(link.Subject, id).CommitBlockListAsync(parts, cancellationToken: cancellation);
        }
        catch (Azure.RequestFailedException failure) when (failure.Status is 400 or 404)
        {
            return EvidenceAnswer.No("Berkas belum lengkap terunggah. Ulangi unggahannya.");
        }

        return await JudgeAsync(link, row, cancellation);
    }

    /// <summary>Before a report is handed in: what a crash cut off after a file's change is made up for.</summary>
    public async Task SettleAsync(OpenedLink link, CancellationToken cancellation)
    {
        if (!IsOpen(link))
            return;
        foreach (var row in await book.AllAsync(link, cancellation))
            await FollowAsync(link.Subject, row, cancellation);
    }

    public async Task<string?> DeleteAsync(OpenedLink link, string id, CancellationToken cancellation)
    {
        if (!IsOpen(link))
            return "Laporan ini sudah dikirim; buktinya tidak dapat diubah lagi.";
        if (await book.FindAsync(link.Subject, id, cancellation) is not { } row)
            return null;
        if (!row.Counts)
        {
            await FollowAsync(link.Subject, row, cancellation);
            return null;
        }

        row.State = nameof(EvidenceState.Deleted);
        var change = new SubjectChange(link.Subject, "evidence-delete:" + id, clock.GetUtcNow())
            .By(link.Actor, AuditAction.DeleteEvidence, row.Sha256)
            .Replace(row);
        await dispatcher.CommitAsync(change, null, cancellation);
        await FollowAsync(link.Subject, row, cancellation);
        return null;
    }

    /// <summary>The verifier does not accept a file; its sender is told why.</summary>
    public async Task<string?> RejectAsync(OpenedLink link, string id, string note, CancellationToken cancellation)
    {
        if (link is not { Kind: ApprovalKind.ReportVerification, Claim: null })
            return "Langkah ini sudah diputuskan.";
        if (note.Trim().Length is 0 or > 2000)
            return "Tulis alasan penolakan bukti, paling banyak 2.000 huruf.";
        if (await book.FindAsync(link.Subject, id, cancellation) is not { State: nameof(EvidenceState.Kept) } row)
            return null;
        (row.State, row.RejectedBy, row.Note) = (nameof(EvidenceState.Rejected), link.Bearer.Code, note.Trim());
        var report = (SubUnitReportSubject)link.Subject;
        var facts = new Dictionary<Fact, string>
        {
            [Fact.SubUnit] = link.Plan.SubUnits.Single(subUnit => subUnit.Code == report.SubUnit).Name,
            [Fact.Quarter] = report.Quarter.Code(),
            [Fact.Document] = row.FileName,
            [Fact.Who] = link.Bearer.FullName(),
            [Fact.Note] = row.Note,
        };
        var change = new SubjectChange(link.Subject, "evidence-reject:" + id, clock.GetUtcNow())
            .By(link.Actor, AuditAction.RejectEvidence, row.Sha256, row.Note)
            .Replace(row)
            .Tell(MessageKind.EvidenceRejected, row.By, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
        return null;
    }

    /// <summary>A file that counts, of the report behind a link; null where there is none.</summary>
    public async Task<(EvidenceRow File, Stream Content)?> FindAsync(
        OpenedLink link,
        string id,
        CancellationToken cancellation
    )
    {
        return
            link.Subject is SubUnitReportSubject
            && await book.FindAsync(link.Subject, id, cancellation) is { Counts: true } row
            ? (row, await OpenAsync(link.Subject, row.Id, cancellation))
            : null;
    }

    /// <summary>The file as it was sent, to be read in pieces.</summary>
    public Task<Stream> OpenAsync(Subject report, string id, CancellationToken cancellation) =>
        Blob(report, id).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);

    private async Task<EvidenceAnswer> JudgeAsync(OpenedLink link, EvidenceRow row, CancellationToken cancellation)
    {
        var report = (SubUnitReportSubject)link.Subject;
        FileVerdict verdict;
        await using (var content = await OpenAsync(link.Subject, row.Id, cancellation))
        {
            verdict =
                content.Length == row.Size
                    ? FileTypes.Inspect(content)
                    : FileVerdict.No(
                        "Ukuran berkas yang terunggah tidak sama dengan yang diumumkan. Ulangi unggahannya."
                    );
            if (verdict.Error is null)
            {
                content.Position = 0;
                row.Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
            }
        }

        (row.Type, var found) = (verdict.MediaType, verdict.Error);
        while (true)
        {
            var gate = await book.GateAsync(link.Subject, cancellation);
            if (
                await book.FindAsync(link.Subject, row.Id, cancellation)
                is not { State: nameof(EvidenceState.Uploading) } standing
            )
            {
                return await StandingAsync(link.Subject, row.Id, cancellation);
            }

            row.ETag = standing.ETag;
            var kept = (await book.OfAsync(link.Subject, cancellation)).Count(other => other.Owner == row.Owner);
            var error = found ?? (kept >= EvidenceRules.MostFilesPerField ? EvidenceRules.TooMany : null);
            row.State = error is null ? nameof(EvidenceState.Kept) : nameof(EvidenceState.Refused);
            row.Remark = error ?? Join(standing.Remark, await book.UsedBeforeAsync(report, row.Sha256!, cancellation));
            // The gate goes along: of two that finish at once for the last place, the second looks again.
            var change = new SubjectChange(link.Subject, "evidence:" + row.Id, clock.GetUtcNow())
                .By(link.Actor, error is null ? AuditAction.AddEvidence : AuditAction.RefuseEvidence, row.Sha256, error)
                .Replace(row);
            _ = gate.ETag == default ? change.Insert(gate, EvidenceKeys.Gate) : change.Replace(gate);
            if (await dispatcher.CommitAsync(change, null, cancellation) == CommitResult.Conflict)
                continue;
            await FollowAsync(link.Subject, row, cancellation);
            return error is null ? new EvidenceAnswer(row, null) : EvidenceAnswer.No(error);
        }
    }

    private async Task<EvidenceAnswer> StandingAsync(Subject subject, string id, CancellationToken cancellation)
    {
        var row = await book.FindAsync(subject, id, cancellation);
        if (row is not null)
            await FollowAsync(subject, row, cancellation);
        return row is { Counts: true }
            ? new EvidenceAnswer(row, null)
            : EvidenceAnswer.No(row?.Remark ?? "Unggahan ini tidak dikenal atau sudah selesai.");
    }

    /// <summary>What follows from a file's state, and can be repeated: the year's index has it or not, and so has the store.</summary>
    private async Task FollowAsync(Subject subject, EvidenceRow row, CancellationToken cancellation)
    {
        var report = (SubUnitReportSubject)subject;
        if (row.State == nameof(EvidenceState.Kept))
            await book.IndexAsync(report, row, cancellation);
        if (row is { State: nameof(EvidenceState.Deleted), Sha256: not null })
            await book.DropAsync(report, row, cancellation);
        if (row.State is nameof(EvidenceState.Deleted) or nameof(EvidenceState.Refused))
            await Blob(subject, row.Id).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    private BlockBlobClient Blob(Subject report, string id) =>
        storage.Evidence.GetBlockBlobClient($"{report.Unit}/{report.Year}/{id}");

    // Generated from what was offered and how often, so that a cut-off offer made again finds itself.
    private static string IdOf(Subject report, EvidenceOffer offer, int number) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{report.Dotted}\n{offer.Owner}\n{offer.FileName}\n{offer.Size}\n{number}")
            )
        )[..32];

    private static bool IsOpen(OpenedLink link) => link is { Kind: ApprovalKind.ReportSubmission, Claim: null };

    private static int PartsOf(long size) => (int)((size + EvidenceRules.PartSize - 1) / EvidenceRules.PartSize);

    private static string BlockId(int number) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{number:D6}")));

    private static string? Join(string? one, string? other) =>
        (one, other) switch
        {
            (null, _) => other,
            (_, null) => one,
            _ => one + " " + other,
        };
}
