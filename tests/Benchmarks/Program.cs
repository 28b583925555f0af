using Sakip.Benchmarks.Engine;

if (args is ["engine", .. var names])
{
    await EngineBenchmarks.RunAsync(names);
    return 0;
}

Console.Error.WriteLine("Usage: engine [NAME...]");
return 2;
