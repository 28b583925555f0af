using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;

namespace Sakip.Tests.Orchestrations.Storage;

/// <summary>Two instances of the app over one account, as Azure runs them: each with a memory of its own.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class TwoMachinesTests(EmulatedStorage emulated)
{
    private const int People = 200;
    private const int Rounds = 12;

    [Fact]
    public async Task Two_hundred_decide_on_both_at_once_while_each_sweep_runs_twice()
    {
        var one = await SmallOffice.OpenAsync(emulated, "dua-mesin");
        var other = one.OnAnotherMachine(emulated);
        SmallOffice[] machines = [one, other];
        using var decided = new CancellationTokenSource();
        var sweeps = SweepAsync(machines, decided.Token);

        var won = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, People),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = SmallOffice.Cancellation },
            async (person, _) =>
            {
                var subject = new AgreementSubject(new OfficeYear(one.Unit, 2024), person);
                await machines[person % 2].AskAsync(ApprovalKind.AgreementCheck, subject);
                // Each hands in twice at once, once on each machine: one of the two is the decision.
                var results = await Task.WhenAll(machines.Select(machine => DecideAsync(machine, subject, person)));
                Interlocked.Add(ref won, results.Count(result => result == CommitResult.Committed));
            }
        );
        await decided.CancelAsync();
        await sweeps;
        // What a machine may still be at is left to it for a while.
        foreach (var machine in machines)
            machine.Clock.Advance(TimeSpan.FromMinutes(5));
        for (var round = 0; round < 2; round++)
            await RunAsync(machines);

        Assert.Equal(People, won);
        var verdict = await one.Book.VerifyAsync(new OfficeYear(one.Unit, 2024), SmallOffice.Cancellation);
        Assert.True(verdict.IsIntact, verdict.Explanation);
        var entries = await one.AuditAsync();
        foreach (var action in (string[])["OpenApproval", "Approved"])
        {
            var subjects = entries
                .Where(entry => entry.Intent.Action == action)
                .Select(entry => entry.Intent.Entity)
                .ToList();
            Assert.Equal(People, subjects.Count);
            Assert.Equal(People, subjects.Distinct().Count());
        }

        var left = new List<IntentRow>();
        await foreach (
            var intent in emulated.Storage.Intents.QueryAsync<IntentRow>(
                intent => intent.PartitionKey == Keys.Partition(new OfficeYear(one.Unit, 2024)),
                cancellationToken: SmallOffice.Cancellation
            )
        )
        {
            left.Add(intent);
        }

        Assert.Empty(left);
        Assert.Empty(await emulated.Storage.WaitingAsync(new OfficeYear(one.Unit, 2024), SmallOffice.Cancellation));
        var letters = machines.SelectMany(machine => machine.Letters.Sent).Select(letter => letter.DedupeKey).ToList();
        Assert.Equal(People, letters.Distinct().Count());
        Assert.Equal(People, letters.Count);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(150)]
    public async Task A_limit_is_counted_once_on_both(int limit)
    {
        var one = await SmallOffice.OpenAsync(emulated, $"dua-batas-{limit}");
        var other = one.OnAnotherMachine(emulated);
        RateLimits[] counters =
        [
            new(one.Storage, one.Tokens, one.Clock),
            new(other.Storage, other.Tokens, other.Clock),
        ];

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, People)
                .Select(person =>
                    counters[person % 2]
                        .TakeAsync("dua-mesin", one.Unit, limit, TimeSpan.FromMinutes(10), SmallOffice.Cancellation)
                )
        );

        Assert.Equal(limit, answers.Count(answer => answer.IsAllowed));
    }

    private static Task<CommitResult> DecideAsync(SmallOffice machine, Subject subject, int person)
    {
        var step = ApprovalPolicy.Of(ApprovalKind.AgreementCheck).Step;
        var now = machine.Clock.GetUtcNow();
        var claim = new ClaimRow
        {
            Decision = nameof(Decision.Approved),
            By = $"p{person}",
            At = now,
        };
        var change = new SubjectChange(subject, ApprovalActivities.DecideId(step, 1), now)
            .By(new Actor(claim.By, ActorRole.Verifier), AuditAction.Approved)
            .Claim(claim, step, 1)
            .Raise(InstanceIds.Approval(subject, step, 1), InstanceIds.Decided(step, 1), new DecisionSignal(step, 1));
        return machine.Dispatcher.CommitAsync(change, machine.Client.Object, SmallOffice.Cancellation);
    }

    private static async Task SweepAsync(SmallOffice[] machines, CancellationToken decided)
    {
        for (var round = 0; round < Rounds || !decided.IsCancellationRequested; round++)
            await RunAsync(machines);
    }

    private static Task RunAsync(SmallOffice[] machines) =>
        Task.WhenAll(
            machines.Select(machine =>
                machine.Sweep.RunAsync(
                    new OfficeYear(machine.Unit, 2024),
                    machine.Client.Object,
                    SmallOffice.Cancellation
                )
            )
        );
}
