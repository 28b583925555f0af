using Azure.Storage.Blobs.Models;
using Sakip.Agreements;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Reporting;
using Sakip.Tests.Orchestrations.Signing;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Agreements;

/// <summary>An agreement in force is immutable, and a changed byte is found wherever it is.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class AgreementProofTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task An_agreement_in_force_is_sound_and_a_second_one_under_its_number_changes_nothing()
    {
        var office = await SmallOffice.OpenAsync(emulated, "utuh");
        var (record, _) = await PutInForceAsync(office);

        await office.Records.PutInForceAsync(
            SnapshotOf(office),
            record with
            {
                DocumentHash = new string('b', 64),
            },
            Cancellation
        );

        Assert.Equal(
            record.DocumentHash,
            (await office.Records.ReadAsync(new OfficeYear(office.Unit, 2024), Cancellation))[0].Record.DocumentHash
        );
        var verdict = Assert.Single(await Proof(office).VerifyAsync(new OfficeYear(office.Unit, 2024), Cancellation));
        Assert.True(verdict.IsIntact, verdict.Flaw);
    }

    [Theory]
    [InlineData("berkas")]
    [InlineData("data")]
    public async Task A_changed_byte_in_file_or_data_is_found(string what)
    {
        var office = await SmallOffice.OpenAsync(emulated, "ubah-" + what);
        var (record, pdf) = await PutInForceAsync(office);
        var (container, hash) =
            what == "berkas"
                ? (office.Storage.Documents, record.DocumentHash)
                : (office.Storage.Snapshots, record.SnapshotHash);
        var content = (await container.GetBlobClient(hash).DownloadContentAsync(Cancellation)).Value.Content.ToArray();
        content[content.Length / 2] ^= 1;
        await container
            .GetBlobClient(hash)
            .UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions(), Cancellation);

        var verdict = Assert.Single(await Proof(office).VerifyAsync(new OfficeYear(office.Unit, 2024), Cancellation));

        Assert.Contains("berbeda dari sidik jarinya", verdict.Flaw);
        Assert.NotEmpty(pdf);
    }

    [Fact]
    public async Task An_agreement_exchanged_whole_contradicts_the_audit_chain()
    {
        var office = await SmallOffice.OpenAsync(emulated, "tukar");
        var (record, _) = await PutInForceAsync(office);
        var other = await office.Vault.KeepDocumentAsync(
            await SigningWorld.SignTwiceAsync(),
            "application/pdf",
            Cancellation
        );
        await office.Storage.Years.ChangeAsync<RecordRow>(
            Keys.Partition(new OfficeYear(office.Unit, 2024)),
            "agreement|0000",
            row =>
            {
                row.Hash = other;
                row.Body = SakipJson.Text(record with { DocumentHash = other });
                return true;
            },
            Cancellation
        );

        var verdict = Assert.Single(await Proof(office).VerifyAsync(new OfficeYear(office.Unit, 2024), Cancellation));

        Assert.Contains("jejak audit", verdict.Flaw);
    }

    private static AgreementProof Proof(SmallOffice office) =>
        new(office.Storage, office.Vault, office.Book, new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System));

    private static AgreementSnapshot SnapshotOf(SmallOffice office) => SampleReport.First with { Unit = office.Unit };

    private static async Task<(AgreementRecord Record, byte[] Pdf)> PutInForceAsync(SmallOffice office)
    {
        var pdf = await SigningWorld.SignTwiceAsync();
        var at = office.Clock.GetUtcNow();
        var snapshot = await office.Vault.KeepSnapshotAsync(SakipJson.Bytes(SnapshotOf(office)), Cancellation);
        var record = new AgreementRecord(
            snapshot,
            await office.Vault.KeepDocumentAsync(pdf, "application/pdf", Cancellation),
            new DateOnly(2024, 1, 5),
            [
                new SignatureRecord("A", "Kepala", at, "Certificate"),
                new SignatureRecord("B", "Asisten", at, "Certificate"),
            ]
        );
        await office.Records.PutInForceAsync(SnapshotOf(office), record, Cancellation);
        await office.Dispatcher.CommitAsync(
            new SubjectChange(office.Agreement, "in-force", at).By(
                Actor.System,
                AuditAction.PutAgreementInForce,
                record.DocumentHash,
                AgreementProof.NoteOf(snapshot)
            ),
            null,
            Cancellation
        );
        await office.AuditAsync();
        return (record, pdf);
    }
}
