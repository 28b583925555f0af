using System.Diagnostics;
using System.Globalization;
using Sakip.Rehearsal;
using Sakip.Rehearsal.Generated;

if (!RehearsalOptions.AreKnown(args))
{
    Console.Error.WriteLine(
        "Pemakaian: ./run rehearse [--office KANTOR | --sub-units N] [--out FOLDER] [--data FOLDER] [--sample FOLDER] [--app BERKAS] "
            + "[--set NAMA=NILAI] [--resume]"
    );
    return 2;
}

RehearsalOptions options;
try
{
    options = RehearsalOptions.Read(args);
}
catch (RehearsalException unknown)
{
    Console.Error.WriteLine(unknown.Message);
    return 2;
}

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    cancel.Cancel();
};

var progress = new Progress(Console.Out, isTerminal: !Console.IsOutputRedirected, options.Scenario);
var goesOn = Stage.Set(options);
if (options.SubUnits > 0)
    new GeneratedOffice(options.SubUnits).Write(options.Sample, options.Given);
Console.WriteLine(
    goesOn
        ? $"Melanjutkan gladi tahun {options.Scenario.Year} yang terputus."
        : $"Gladi satu tahun: {Name(options)}, {First(options)} sampai laporan terbit."
);
var isGood = true;
try
{
    await using (var app = new AppProcess(options))
    {
        await app.StartAsync(cancel.Token);
        progress.Phase("Menyalakan aplikasi dan emulator");
        using var office = new Office(app);
        var mailbox = new Mailbox(options.Mailbox);
        var watch = Stopwatch.StartNew();
        await new Play(
            options,
            office,
            mailbox,
            Figures.Load(Path.Combine(options.Given, "realisations.json")),
            progress
        ).RunAsync(cancel.Token);
        progress.Phase($"Memainkan tahun {options.Scenario.Year}");
        if (options.SubUnits > 0)
            isGood = new Verdict(options, Console.Out).Show(mailbox.Letters.Count, app.PeakMemory(), watch.Elapsed);
        await new Deliverables(options, office).FetchAsync(cancel.Token);
        if (SecondCalculation.Check(options) is > 0 and var figures)
            Console.WriteLine($"✓ {figures} angka sama dengan hitungan kedua");
        progress.Phase("Mengambil dokumen");
    }

    progress.Phase("Mematikan aplikasi dan emulator");
    File.Delete(options.Marker);
    progress.Close();
    Console.WriteLine($"Hasilnya ada di {Path.GetRelativePath(Directory.GetCurrentDirectory(), options.Out)}");
    return isGood ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Dihentikan. Jalankan lagi untuk melanjutkan.");
    return 130;
}
catch (RehearsalException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static string Name(RehearsalOptions options) =>
    options.SubUnits == 0 ? options.Scenario.Name : $"kantor gladi dengan {options.SubUnits} sub-unit";

static string First(RehearsalOptions options) =>
    options
        .Scenario.Begins.ToOffset(options.Scenario.Offset)
        .ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("id-ID"));
