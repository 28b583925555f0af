using Sakip.Rehearsal;
using Sakip.Rehearsal.Generated;

var options = RehearsalOptions.Read(args);
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    cancel.Cancel();
};

var progress = new Progress(Console.Out, isTerminal: !Console.IsOutputRedirected);
var goesOn = Stage.Set(options);
if (options.SubUnits > 0) new GeneratedOffice(options.SubUnits).Write(options.Sample, options.Given);
Console.WriteLine(goesOn
    ? "Melanjutkan gladi tahun 2024 yang terputus."
    : $"Gladi satu tahun: {Name(options)}, 2 Januari 2024 sampai laporan terbit.");
try
{
    await using (var app = new AppProcess(options))
    {
        await app.StartAsync(cancel.Token);
        progress.Phase("Menyalakan aplikasi dan emulator");
        using var office = new Office(app);
        await new Play(
            options, office, new Mailbox(options.Mailbox), Figures.Load(Path.Combine(options.Given, "realisations.json")),
            progress).RunAsync(cancel.Token);
        progress.Phase("Memainkan tahun 2024");
        await new Deliverables(options, office).FetchAsync(cancel.Token);
        progress.Phase("Mengambil dokumen");
    }

    progress.Phase("Mematikan aplikasi dan emulator");
    File.Delete(options.Marker);
    progress.Close();
    Console.WriteLine($"Hasilnya ada di {Path.GetRelativePath(Directory.GetCurrentDirectory(), options.Out)}");
    return 0;
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
    options.SubUnits == 0 ? "Biro Organisasi contoh" : $"kantor gladi dengan {options.SubUnits} sub-unit";
