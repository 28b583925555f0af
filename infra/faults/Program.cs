using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Sakip.Faults;
using Sakip.Rehearsal;

// ./run faults [--sub-units N] [--sites] [--quarter]: a year left alone, then the same year with every write (or the first one of
// every place that writes) failing once before and once after its effect, and what the two left behind.
if (!RehearsalOptions.AreKnown([.. args.Where(word => word is not ("--sites" or "--quarter"))]))
{
    Console.Error.WriteLine("Pemakaian: ./run faults [--sub-units N] [--sites] [--quarter]");
    return 2;
}

var subUnits =
    Array.IndexOf(args, "--sub-units") is >= 0 and var at && at + 1 < args.Length
        ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
        : 0;

// As far as the first quarter's end.
var until = args.Contains("--quarter") ? FaultWalk.FirstQuarterOver : (DateTimeOffset?)null;
var isBySite = args.Contains("--sites");
var output = Console.Out;
var folder = Path.Combine(RehearsalOptions.FindRoot(), ".data", "faults");
if (Directory.Exists(folder))
    Directory.Delete(folder, recursive: true);

// The app's hosts in this process take the signals for theirs.
using var cancel = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => cancel.Cancel());
using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => cancel.Cancel());

output.WriteLine("Satu tahun tanpa gangguan.");
var calm = await RunAsync("calm", FaultPlan.Nothing());
output.WriteLine();
output.WriteLine(
    isBySite
        ? "Tahun yang sama: penulisan pertama dari setiap tempat gagal sekali sebelum dan sekali sesudah berlaku."
        : "Tahun yang sama: setiap penulisan gagal sekali sebelum dan sekali sesudah berlaku."
);
var walked = await RunAsync("walked", isBySite ? FaultPlan.EverySite(Tell) : FaultPlan.EveryWrite(Tell));

output.WriteLine();
output.WriteLine(
    string.Create(
        CultureInfo.GetCultureInfo("id-ID"),
        $"{walked.Writes.Count:N0} penulisan gagal di kedua sisinya; {walked.Failures:N0} kegagalan, {walked.Hosts:N0} kali dibangun ulang; "
            + $"{walked.Took.TotalSeconds:N0} detik ({calm.Took.TotalSeconds:N0} tanpa gangguan)."
    )
);
if (walked.Differences(calm) is { Count: > 0 } different)
{
    foreach (var line in different)
        output.WriteLine(line);
    output.WriteLine("✗ Hasilnya berbeda.");
    return 1;
}

output.WriteLine(
    $"✓ Hasilnya sama: {calm.End.Count} baris, dokumen, pesan, dan entri audit; evaluasi yang sama huruf demi huruf."
);
return 0;

Task<Walk> RunAsync(string name, FaultPlan plan) =>
    FaultWalk.RunAsync(Path.Combine(folder, name), subUnits, plan, output, until, cancel.Token);

void Tell(int number, string write)
{
    if (number % 50 == 0)
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F0} s, kegagalan ke-{number}: {write}"
            )
        );
    }
}
