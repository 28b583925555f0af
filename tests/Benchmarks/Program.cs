using Sakip.Benchmarks.Engine;
using Sakip.Benchmarks.Import;
using Sakip.Benchmarks.Report;

if (args is ["engine", .. var names])
{
    await EngineBenchmarks.RunAsync(names);
    return 0;
}

if (args is ["report", .. var given])
{
    await ReportBenchmarks.RunAsync(given);
    return 0;
}

if (args is ["import", .. var files])
    return files is [var sound, var broken] ? ImportBenchmark.Read(sound, broken) : await ImportBenchmark.RunAsync();

Console.Error.WriteLine("Usage: engine [NAME...] | import | report [--keep FOLDER]");
return 2;
