using System.Globalization;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Recovery;

namespace Sakip.Commands;

/// <summary>Writes one office-year into an archive, and puts one back.</summary>
internal static class BackupCommands
{
    public static async Task<int> BackUpAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var (unit, year, path) = (line.Need("--unit"), line.Year(), line.Need("--file"));
        if (File.Exists(path))
            throw new UsageException($"{path} sudah ada dan tidak ditimpa.");
        await using var session = await StorageSession.OpenAsync(line, isNew: false, cancellation);
        var backup = new OfficeBackup(session.Storage, new AuditChains(session.Storage), session.Clock);
        // Under another name until it is whole: nobody takes half an archive for a backup.
        var draft = path + ".sebagian";
        BackupManifest manifest;
        try
        {
            await using var file = new FileStream(draft, FileMode.Create, FileAccess.ReadWrite);
            manifest = await backup.WriteAsync(new OfficeYear(unit, year), file, cancellation);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }

        File.Move(draft, path);
        Tell(output, $"{path}: {unit} {year}", manifest);
        return 0;
    }

    public static async Task<int> RestoreAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var path = line.Need("--file");
        if (!File.Exists(path))
            throw new UsageException($"{path} tidak ada.");
        await using var session = await StorageSession.OpenAsync(line, isNew: true, cancellation);
        await using var file = File.OpenRead(path);
        var manifest = await new OfficeRestore(session.Storage, session.Book(isNew: true)).ReadAsync(
            file,
            cancellation
        );
        Tell(output, $"Dipulihkan: {manifest.Unit} {manifest.Year}", manifest);
        output.WriteLine("Siklus yang berjalan dibangun kembali oleh sapuan pemulihan setelah aplikasi hidup.");
        return 0;
    }

    private static void Tell(TextWriter output, string what, BackupManifest manifest)
    {
        var files = manifest.Entries.Count(entry => !entry.Name.StartsWith("tables/", StringComparison.Ordinal));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}, keadaan {manifest.TakenAt:yyyy-MM-dd HH:mm} UTC; {files} berkas, jejak audit {manifest.AuditEntries} entri, "
                    + $"kepala {manifest.AuditHash[..12]}."
            )
        );
    }
}
