using Sakip.Benchmarks.Check;
using Sakip.Benchmarks.Cost;
using Sakip.Benchmarks.Engine;
using Sakip.Benchmarks.Files;
using Sakip.Benchmarks.Host;
using Sakip.Benchmarks.Import;
using Sakip.Benchmarks.Pages;
using Sakip.Benchmarks.Purge;
using Sakip.Benchmarks.Report;

if (args is ["engine", .. var names])
    return await EngineBenchmarks.RunAsync(names) ? 0 : 1;

if (args is ["host", .. var extended] && extended is [] or ["extended"])
    return await HostBenchmarks.RunAsync(extended.Length > 0) ? 0 : 1;

if (args is ["report", .. var given])
{
    await ReportBenchmarks.RunAsync(given);
    return 0;
}

if (args is ["import", .. var files])
{
    return files is [var sound, var broken, var list]
        ? ImportBenchmark.Read(sound, broken, list)
        : await ImportBenchmark.RunAsync();
}

if (args is ["files", .. var file])
{
    return file is [var kind, var name, var path]
        ? FileBenchmark.Read(kind, name, path)
        : await FileBenchmark.RunAsync();
}
if (args is ["check"])
    return CheckBenchmark.Run(Console.Out);

if (args is ["purge"])
    return await PurgeBenchmark.RunAsync(Console.Out) ? 0 : 1;

if (args is ["cost"])
{
    await CostBenchmark.RunAsync();
    return 0;
}

if (args is ["pages", .. var wishes])
    return await PageBenchmark.RunAsync(wishes);

Console.Error.WriteLine(
    "Usage: check | cost | engine [NAME...] | files | host [extended] | import | pages [--keep FOLDER] | purge | report [--keep FOLDER]"
);
return 2;
