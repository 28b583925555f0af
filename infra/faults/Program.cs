using System.Globalization;
using Sakip.Faults;
using Sakip.Rehearsal;

// ./run faults [--sub-units N]: a year left alone, then the same year with every write failing once before and once
// after its effect, and what the two left behind.
var subUnits = args is ["--sub-units", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
var output = Console.Out;
var folder = Path.Combine(RehearsalOptions.FindRoot(), ".data", "faults");
if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);

output.WriteLine("Satu tahun tanpa gangguan.");
var calm = await FaultWalk.RunAsync(Path.Combine(folder, "calm"), subUnits, new FaultPlan(_ => false), output, CancellationToken.None);
output.WriteLine();
output.WriteLine("Tahun yang sama: setiap penulisan gagal sekali sebelum dan sekali sesudah berlaku.");
var walked = await FaultWalk.RunAsync(Path.Combine(folder, "walked"), subUnits, new FaultPlan(_ => true, Tell), output, CancellationToken.None);

output.WriteLine();
output.WriteLine(string.Create(
    CultureInfo.GetCultureInfo("id-ID"),
    $"{walked.Writes:N0} penulisan gagal di kedua sisinya; {walked.Failures:N0} kegagalan, {walked.Hosts:N0} kali dibangun ulang; "
    + $"{walked.Took.TotalSeconds:N0} detik ({calm.Took.TotalSeconds:N0} tanpa gangguan)."));
var different = calm.End.Except(walked.End).Select(line => "hanya tanpa gangguan: " + line)
    .Concat(walked.End.Except(calm.End).Select(line => "hanya dengan gangguan: " + line)).ToArray();
foreach (var line in different) output.WriteLine(line);
if (different.Length > 0 || calm.End.Count != walked.End.Count || calm.Evaluation != walked.Evaluation)
{
    output.WriteLine("✗ Hasilnya berbeda.");
    return 1;
}

output.WriteLine($"✓ Hasilnya sama: {calm.End.Count} baris dan pesan, evaluasi yang sama huruf demi huruf.");
return 0;

void Tell(int number, string write)
{
    if (number % 50 == 0) output.WriteLine($"  kegagalan ke-{number}: {write}");
}
