using System.Globalization;
using Microsoft.Extensions.Options;
using Sakip.Recovery;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>What is past its retention, and erasing a person's contact data on request.</summary>
internal static class RetentionCommands
{
    private static readonly Dictionary<DataClass, string> Names = new()
    {
        [DataClass.Access] = "sesi, kode masuk, penghitung batas",
        [DataClass.Answers] = "jawaban API yang disimpan",
        [DataClass.Uploads] = "berkas unggahan rencana dan anggaran",
        [DataClass.Deliveries] = "kabar tentang kiriman webhook",
        [DataClass.Links] = "bahan tautan dan kode sekali pakai",
        [DataClass.Drafts] = "isian yang tidak pernah dikirim",
        [DataClass.MessageErrors] = "galat pengiriman pesan",
        [DataClass.Evidence] = "berkas bukti dukung",
        [DataClass.Instances] = "riwayat orkestrasi",
    };

    public static async Task<int> SweepAsync(
        CommandLine line,
        bool isApplied,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var session = await StorageSession.OpenAsync(line, isNew: false, cancellation);
        var sweep = new RetentionSweep(session.Storage, session.Clock, Options.Create(OptionsOf(line)));
        foreach (var found in await sweep.RunAsync(client: null, isApplied, cancellation))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Count, 8}  {Names[found.Class]}"));
        output.WriteLine(
            isApplied ? "Semua di atas telah dihapus." : "Tidak ada yang dihapus. Untuk menghapusnya: retention apply"
        );
        return 0;
    }

    public static async Task<int> EraseAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var (unit, official) = (line.Need("--unit"), line.Need("--official"));
        await using var session = await StorageSession.OpenAsync(line, isNew: false, cancellation);
        var (storage, vault) = (session.Storage, new BlobVault(session.Storage));
        var erasure = new ContactErasure(storage, vault, new Ledger(storage), session.Book(), session.Clock);
        var result = await erasure.EraseAsync(
            unit,
            official,
            new Actor("operator", ActorRole.Administrator),
            cancellation
        );
        foreach (var obstacle in result.Obstacles)
            output.WriteLine($"✗ {obstacle}");
        if (result.Obstacles.Count > 0)
            return 1;
        output.WriteLine(
            result.Years.Count == 0
                ? $"Tidak ada data kontak {official} di {unit}."
                : $"Data kontak {official} di {unit} dihapus dari tahun {string.Join(", ", result.Years)}."
        );
        return 0;
    }

    private static RetentionOptions OptionsOf(CommandLine line)
    {
        var options = new RetentionOptions();
        if (line.Value("--link-days") is { } links)
            options.LinkDays = Days("--link-days", links);
        if (line.Value("--evidence-days") is { } evidence)
            options.EvidenceDays = Days("--evidence-days", evidence);
        return options;
    }

    private static int Days(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : throw new UsageException($"{name} memerlukan jumlah hari.");
}
