using System.Text.Json;

namespace Sakip.Tests.House.Azure;

/// <summary>The formulas of infra/azure/COST.md over the inputs of cost.json; money in US dollars a year.</summary>
internal sealed class CostModel(string json)
{
    private const double YearSeconds = 365 * 24 * 3600;

    private readonly JsonElement _inputs = JsonDocument.Parse(json).RootElement;

    public double this[string group, string name] => Number(group, name);

    public int[] Offices => [.. _inputs.GetProperty("offices").EnumerateArray().Select(size => size.GetInt32())];

    public IReadOnlyList<(string Name, double Dollars)> YearOf(int offices)
    {
        var steps = offices * (Office("activities") + Office("turns"));
        var ticks = Environment("timerTicks");
        var sweeps = offices * Environment("sweeps");
        var pageSeconds =
            ((((offices * Office("requests")) + ticks) * Office("billedSeconds")) + (sweeps * Office("sweepSeconds")))
            * Environment("memoryGB");
        var executions = (offices * Office("requests")) + steps + ticks;
        return
        [
            (
                "Warm instance",
                Environment("alwaysReadyInstances") * Environment("memoryGB") * YearSeconds * Price("alwaysReadyGBs")
            ),
            (
                "Orchestrations",
                steps * Office("billedSeconds") * Environment("memoryGB") * Price("alwaysReadyExecutionGBs")
            ),
            ("Pages and timers", Beyond(pageSeconds, "onDemandGBs") * Price("onDemandGBs")),
            ("Executions", Beyond(executions, "executions") / 1e6 * Price("millionExecutions")),
            (
                "Polling",
                Environment("queues") * YearSeconds / Environment("pollSeconds") / 1e4 * Price("tenThousandQueueCalls")
            ),
            (
                "Task hub",
                (steps * Office("durableCalls") / 1e4 * Price("tenThousandQueueCalls"))
                    + (sweeps * Office("sweepHubQueries") / 1e4 * Price("tenThousandTableCalls"))
            ),
            ("Data", offices * DataOfAnOffice()),
            ("Logs", Beyond(offices * Office("logGB"), "logGB") * Price("logGB")),
            ("Alerts", 12 * Price("alertsMonth")),
        ];
    }

    /// <summary>How long the opening of a quarter takes, and which share of the data account it uses.</summary>
    public (double Steps, double Seconds, double AccountShare) OpeningOf(int offices)
    {
        var reports = offices * Office("subUnits");
        var steps = reports * Number("opening", "stepsEachReport");
        var seconds = steps / Number("opening", "stepsASecond");
        var calls = reports * Number("opening", "tableCallsEachReport") / seconds;
        return (steps, seconds, calls / Number("limits", "accountCallsASecond"));
    }

    private double DataOfAnOffice() =>
        (
            (
                Office("tableCalls")
                + (Office("requests") * Office("tableCallsEachRequest"))
                + (Environment("sweeps") * Office("sweepTableCalls"))
            )
            / 1e4
            * Price("tenThousandTableCalls")
        )
        + (Office("blobWrites") / 1e4 * Price("tenThousandBlobWrites"))
        + (12 * Office("tableGB") * Price("tableGBMonth"))
        + (12 * Office("blobGB") * Price("blobGBMonth"));

    // What is free is free each month; a year spread evenly over its months is assumed.
    private double Beyond(double amount, string free) => Math.Max(0, amount - (12 * Number("freeEachMonth", free)));

    private double Price(string name) => Number("prices", name);

    private double Environment(string name) => Number("environment", name);

    private double Office(string name) => Number("office", name);

    private double Number(string group, string name) => _inputs.GetProperty(group).GetProperty(name).GetDouble();
}
