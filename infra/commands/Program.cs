using Azure;
using Sakip.Audit;
using Sakip.Commands;
using Sakip.Host.Durable.Store;
using Sakip.Host.Start;
using Sakip.Kernel;
using Sakip.Recovery;

try
{
    return args switch
    {
        [var command, .., "--help" or "-h"] => Help(command),
        ["doctor", .. var options] => await DoctorAsync(CommandLine.Read(options, "--data", "--purge-before")),
        ["audit", "verify", .. var options] => await AuditCheck.RunAsync(
            CommandLine.Read(options, "--data", "--account"),
            Console.Out,
            CancellationToken.None
        ),
        ["audit", "seal", .. var options] => await AuditCheck.SealAsync(
            CommandLine.Read(options, "--unit", "--year", "--data", "--account"),
            Console.Out,
            CancellationToken.None
        ),
        ["check", var file, .. var options] when !file.StartsWith("--", StringComparison.Ordinal) => ReportCheck.Run(
            file,
            CommandLine.Read(options, "--out", "--year"),
            Console.Out,
            Console.Error,
            TimeProvider.System
        ),
        ["backup", .. var options] => await BackupCommands.BackUpAsync(
            CommandLine.Read(options, "--unit", "--year", "--file", "--data", "--account"),
            Console.Out,
            CancellationToken.None
        ),
        ["restore", .. var options] => await BackupCommands.RestoreAsync(
            CommandLine.Read(options, "--file", "--data", "--account"),
            Console.Out,
            CancellationToken.None
        ),
        ["rebuild", .. var options] => await AppCalls.RebuildAsync(
            CommandLine.Read(options, "--unit", "--year", "--url", "--data"),
            Console.Out,
            CancellationToken.None
        ),
        ["letters", "resend", .. var options] => await AppCalls.ResendAsync(
            CommandLine.Read(options, "--unit", "--year", "--key", "--url", "--data"),
            Console.Out,
            CancellationToken.None
        ),
        ["retention", "apply", .. var options] => await RetentionCommands.SweepAsync(
            CommandLine.Read(options, "--data", "--account", "--link-days", "--evidence-days"),
            isApplied: true,
            Console.Out,
            CancellationToken.None
        ),
        ["retention", .. var options] => await RetentionCommands.SweepAsync(
            CommandLine.Read(options, "--data", "--account", "--link-days", "--evidence-days"),
            isApplied: false,
            Console.Out,
            CancellationToken.None
        ),
        ["erase", .. var options] => await RetentionCommands.EraseAsync(
            CommandLine.Read(options, "--unit", "--official", "--data", "--account"),
            Console.Out,
            CancellationToken.None
        ),
        ["keys", "new"] => KeyCommands.Make(Console.Out),
        ["keys", "open", .. var options] => await KeyCommands.OpenAsync(
            CommandLine.Read(options, "--before", "--key", "--data", "--account"),
            Console.Out,
            CancellationToken.None
        ),
        ["version"] => Version(),
        _ => throw new UsageException(Usage.Text),
    };
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
}
catch (AuditRefusedException refused)
{
    Console.Error.WriteLine(
        $"Jejak audit tidak disegel: jangkar mengenal entri sesudah atau selain entri {refused.Sequence}. Pulihkan dari cadangan."
    );
    return 1;
}
catch (RecoveryException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
catch (EngineDatabaseException refused)
{
    Console.Error.WriteLine($"Basis data tidak dapat dibaca: {refused.Message}");
}
catch (StartupRefusedException refused)
{
    Console.Error.WriteLine($"Penyimpanan tidak dapat dibuka: {string.Join(' ', refused.Problems)}");
}
catch (RequestFailedException refused)
{
    Console.Error.WriteLine($"Penyimpanan menolak: {refused.ErrorCode ?? refused.Message}");
}

return 2;

static int Help(string command)
{
    Console.Out.WriteLine(Usage.Of(command));
    return 0;
}

static int Version()
{
    Console.Out.WriteLine($"SAKIP {AppVersion.Text}");
    return 0;
}

static async Task<int> DoctorAsync(CommandLine line) =>
    line.Value("--purge-before") is { } day
        ? await Purge.RunAsync(line, day, Console.Out, CancellationToken.None)
        : await Doctor.RunAsync(line, Console.Out, CancellationToken.None);
