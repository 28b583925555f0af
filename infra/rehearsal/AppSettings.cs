using System.Globalization;
using System.Security.Cryptography;

namespace Sakip.Rehearsal;

/// <summary>The settings with which a rehearsal runs the app: a held clock, a mailbox folder, sweeps once a day.</summary>
internal static class AppSettings
{
    /// <summary>Looks after the system, and imports the first plan where that is done by hand.</summary>
    public const string Administrator = "pengelola@contoh.example";

    public static IEnumerable<(string Name, string Value)> Of(
        RehearsalOptions options,
        Uri address,
        string key,
        DateTimeOffset begins
    ) =>
        [
            ("Host:Data", options.Data),
            ("Host:Urls", address.ToString()),
            ("Host:Clock", begins.ToString("O", CultureInfo.InvariantCulture)),
            ("Host:ClockHeld", "true"),
            ("AzureWebJobsFunctionKey", key),
            ("TaskHubName", "gladi"),
            ("App:BaseUrl", address.ToString()),
            ("Links:ActiveKey", "gladi"),
            ("Links:Keys:gladi", KeptKey(options, "kunci-tautan")),
            ("Audit:Key", KeptKey(options, "kunci-audit")),
            ("Mail:Transport", "Folder"),
            ("Mail:Folder", options.Mailbox),
            ("Signing:Method", "Trial"),
            ("Access:Administrators:0", Administrator),
            ("ReminderSchedule", "0 0 0 * * *"),
            ("WindowSchedule", "0 0 1 * * *"),
            ("RecoverySchedule", "0 30 9 * * 1"),
            ("Health:Patience", "00:00:45"),
            // On a busy machine nobody is sent away: who comes again comes an hour later on the held clock.
            ("StorageTries:RequestBudget", "00:00:45"),
            ("Webhooks:AllowLoopback", "true"),
            ("RetentionSchedule", "0 0 17 1 * *"),
            ("AzureFunctionsJobHost:logging:logLevel:default", "Warning"),
            ("AzureFunctionsJobHost:logging:logLevel:Sakip", "Information"),
            ("Host:AzuriteLog", options.SubUnits > 0 ? "true" : "false"),
            .. options.Settings,
        ];

    // Links in the mailbox and seals of the audit chain must hold after a restart, so their keys stay with the data.
    private static string KeptKey(RehearsalOptions options, string name)
    {
        Directory.CreateDirectory(options.Data);
        var file = Path.Combine(options.Data, name);
        if (!File.Exists(file))
        {
            var only = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, only);
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(file);
    }
}
