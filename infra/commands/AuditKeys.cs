using System.Collections;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Sakip.Audit;

namespace Sakip.Commands;

/// <summary>
/// The keys of the audit chain for a command: <c>Audit__Key</c> and <c>Audit__FormerKeys__N</c> of the environment, or the
/// file that the app of a data folder has its key from.
/// </summary>
internal static class AuditKeys
{
    public const string File = "kunci-audit";
    private const string Name = "Audit__Key";

    /// <param name="folder">The data folder; null for an account in Azure.</param>
    /// <param name="isNew">The folder may get its key here, as at the app's first start.</param>
    /// <exception cref="UsageException">There is no key, or what is there is none.</exception>
    public static AuditSeal Of(string? folder, bool isNew = false)
    {
        var options = new AuditOptions { Key = Environment.GetEnvironmentVariable(Name) ?? "" };
        if (options.Key.Length == 0 && folder is not null)
            options.Key = Kept(Path.Combine(folder, File), isNew);
        var former = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Where(entry => ((string)entry.Key).StartsWith("Audit__FormerKeys__", StringComparison.Ordinal))
            .OrderBy(entry => (string)entry.Key, StringComparer.Ordinal);
        foreach (var entry in former)
            options.FormerKeys.Add((string)entry.Value!);
        return options.FormerKeys.Prepend(options.Key).All(key => key.Length > 0 && AuditOptions.IsKey(key))
            ? new AuditSeal(Options.Create(options))
            : throw new UsageException(
                $"Kunci jejak audit tidak ada atau rusak. Isi {Name} dari brankas"
                    + (folder is null ? "." : $", atau pulihkan berkas {Path.Combine(folder, File)}.")
            );
    }

    private static string Kept(string file, bool isNew)
    {
        if (isNew && !System.IO.File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var only = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, only);
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(AuditOptions.SmallestKey)));
        }

        return System.IO.File.Exists(file) ? System.IO.File.ReadAllText(file).Trim() : "";
    }
}
