using Azure;
using Sakip.Commands;
using Sakip.Embedded.Engine.Store;
using Sakip.Embedded.Hosting;

try
{
    return args switch
    {
        ["doctor", .. var options] => await DoctorAsync(CommandLine.Read(options, "--data", "--purge-before")),
        ["audit", "verify", .. var options] =>
            await AuditCheck.RunAsync(CommandLine.Read(options, "--data"), Console.Out, CancellationToken.None),
        _ => throw new UsageException("Perintah: doctor [--data FOLDER] [--purge-before TTTT-BB-HH], audit verify [--data FOLDER]."),
    };
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
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

static async Task<int> DoctorAsync(CommandLine line) => line.Value("--purge-before") is { } day
    ? await Purge.RunAsync(line, day, Console.Out, CancellationToken.None)
    : Doctor.Run(line, Console.Out);
