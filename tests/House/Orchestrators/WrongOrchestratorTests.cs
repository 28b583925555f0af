using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Orchestrators;

/// <summary>One wrong orchestrator for each rule: the build refuses it, and names the rule and the file.</summary>
public sealed partial class WrongOrchestratorTests
{
    /// <summary>What an orchestrator may not do, with the rule that finds it.</summary>
    private static readonly (string Rule, string Statement)[] Statements =
    [
        ("DURABLE0001", "_ = System.DateTime.UtcNow;"),
        ("DURABLE0001", "_ = System.DateTime.Now;"),
        ("DURABLE0001", "_ = System.DateTime.Today;"),
        ("DURABLE0001", "_ = System.DateTimeOffset.UtcNow;"),
        ("DURABLE0001", "_ = System.DateTimeOffset.Now;"),
        ("DURABLE0001", "_ = Enumerable.Range(1, 2).Select(_ => System.DateTime.UtcNow).ToList();"),
        ("DURABLE0002", "_ = System.Guid.NewGuid();"),
        ("DURABLE0003", "await Task.Delay(1);"),
        ("DURABLE0004", "await Task.Run(() => { });"),
        ("DURABLE0005", "using var http = new HttpClient();"),
        ("DURABLE0006", "_ = System.Environment.GetEnvironmentVariable(\"X\");"),
        ("DURABLE2001", "await context.CallActivityAsync<string>(nameof(Count.CountAsync), \"one\");"),
        ("DURABLE2002", "await context.CallActivityAsync<int>(nameof(Count.CountAsync), 1);"),
        ("DURABLE2003", "await context.CallActivityAsync<string>(\"Nobody\", 1);"),
        ("DURABLE2004", "await context.CallSubOrchestratorAsync<string>(\"Nobody\", 1);"),
        ("RS0030", "_ = System.Guid.CreateVersion7();"),
        ("RS0030", "_ = new System.Random().Next();"),
        ("RS0030", "_ = System.TimeProvider.System.GetUtcNow();"),
        ("RS0030", "_ = System.Diagnostics.Stopwatch.GetTimestamp();"),
        ("RS0030", "_ = System.Environment.MachineName;"),
        ("RS0030", "_ = System.IO.File.Exists(\"x\");"),
        ("RS0030", "System.Threading.Thread.Sleep(1);"),
        ("RS0030", "using var timer = new System.Threading.Timer(_ => { });"),
        ("RS0030", "await Task.CompletedTask.ConfigureAwait(false);"),
        ("RS0030", "await Task.FromResult(1).ConfigureAwait(false);"),
        ("RS0030", "await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.None);"),
        ("RS0030", "await Task.FromResult(1).ConfigureAwait(ConfigureAwaitOptions.None);"),
        ("RS0030", "using var logs = new Microsoft.Extensions.Logging.LoggerFactory();"),
        ("RS0030", "Microsoft.Extensions.Logging.ILoggerFactory? logs = null; _ = logs?.CreateLogger(\"x\");"),
        ("RS0030", "using var end = new CancellationTokenSource(); await end.CancelAsync();"),
    ];

    /// <summary>Orchestrators that are wrong in what they take, and triggers on the wrong type.</summary>
    private static readonly (string Rule, string Member)[] Members =
    [
        (
            "DURABLE0007",
            """
            [Function("Cancelled")]
            public static Task Cancelled(
                [OrchestrationTrigger] TaskOrchestrationContext context, CancellationToken token) =>
                context.CreateTimer(context.CurrentUtcDateTime, token);
            """
        ),
        (
            "DURABLE0008",
            """
            [Function("Bound")]
            public static Task Bound(
                [OrchestrationTrigger] TaskOrchestrationContext context,
                [DurableClient] Microsoft.DurableTask.Client.DurableTaskClient client) =>
                context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
            """
        ),
        (
            "DURABLE0010",
            """
            private static readonly Microsoft.Extensions.Logging.ILogger Log =
                Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

            [Function("Talking")]
            public static void Talking([OrchestrationTrigger] TaskOrchestrationContext context) =>
                Log.Log(Microsoft.Extensions.Logging.LogLevel.Information, default, "", null, (_, _) => "");
            """
        ),
        (
            "DURABLE1001",
            """
            [Function("Orchestrated")]
            public static void Orchestrated([OrchestrationTrigger] string context) { }
            """
        ),
        (
            "DURABLE1002",
            """
            [Function("Called")]
            public static void Called([DurableClient] string client) { }
            """
        ),
        (
            "DURABLE1003",
            """
            [Function("Asked")]
            public static void Asked([EntityTrigger] string entity) { }
            """
        ),
    ];

    private static readonly Lazy<Task<(int ExitCode, string Output)>> Build = new(() =>
        WrongCode.BuildAsync([
            ("Count.cs", WrongCode.Activity),
            .. Statements.Select(
                (one, at) => ($"Wrong{at}.orchestrator.cs", WrongCode.Orchestrator($"Wrong{at}", one.Statement))
            ),
            .. Members.Select(
                (one, at) =>
                    (
                        $"Member{at}.orchestrator.cs",
                        $"namespace Sakip.Trial;\n\npublic static class Member{at}\n{{\n{one.Member}\n}}"
                    )
            ),
            // Called from an orchestrator: followed into the file where no name says that it is replayed.
            (
                "Helper.cs",
                """
                namespace Sakip.Trial;

                public static class Helper
                {
                    public static DateTime Now(this TaskOrchestrationContext context) =>
                        context.IsReplaying ? default : DateTime.UtcNow;
                }
                """
            ),
            ("Calling.orchestrator.cs", WrongCode.Orchestrator("Calling", "_ = context.Now();")),
        ])
    );

    public static TheoryData<string, string> Wrong =>
        new([
            .. Statements.Select((one, at) => (one.Rule, $"Wrong{at}.orchestrator.cs")),
            .. Members.Select((one, at) => (one.Rule, $"Member{at}.orchestrator.cs")),
            ("DURABLE0001", "Helper.cs"),
        ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_orchestrator_that_breaks_a_rule_does_not_build(string rule, string file)
    {
        var (exitCode, output) = await Build.Value;

        Assert.NotEqual(0, exitCode);
        var found = ErrorIn()
            .Matches(output)
            .Any(one => one.Groups["file"].Value == file && one.Groups["rule"].Value == rule);
        Assert.True(found, $"{file}: no error {rule} in\n{output}");
    }

    [Fact]
    public void Every_banned_symbol_has_its_case()
    {
        var banned = File.ReadLines(Path.Combine(Repository.Root, "orchestrations", "BannedSymbols.txt"))
            .Select(line => line.Split(';')[0][2..].Split('(')[0].Split('.')[^1].Split('`')[0])
            .ToHashSet();

        var written = string.Join('\n', Statements.Select(one => one.Statement));
        Assert.DoesNotContain(banned, name => !written.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_code_outside_an_orchestrator_builds()
    {
        var (exitCode, output) = await WrongCode.BuildAsync([
            ("Count.cs", WrongCode.Activity),
            ("Right.orchestrator.cs", WrongCode.Orchestrator("Right", "_ = context.CurrentUtcDateTime;")),
            (
                "Clock.cs",
                """
                namespace Sakip.Trial;

                public static class Clock
                {
                    public static DateTime Now => DateTime.UtcNow;

                    public static int Chance => new Random().Next();
                }
                """
            ),
        ]);

        Assert.True(exitCode == 0, output);
    }

    [GeneratedRegex(@"/(?<file>\w+(\.\w+)*\.cs)\(\d+,\d+\): error (?<rule>\w+):")]
    private static partial Regex ErrorIn();
}
