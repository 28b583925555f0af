using Sakip.Benchmarks.Engine;
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

Console.Error.WriteLine("Usage: engine [NAME...] | report [--keep FOLDER]");
return 2;
