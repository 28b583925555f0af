using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Moq;
using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Audit;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Recovery;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Planning;
using Sakip.Tests.Orchestrations.Storage;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>The sample's plan under a code of its own, with desks and letters, and no orchestrator.</summary>
internal sealed class SmallOffice
{
    public const string SatuMail = "satu.wijaya@contoh.example";

    private SmallOffice(EmulatedStorage emulated, string unit, OfficeStorage? storage)
    {
        Unit = unit;
        Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
            new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero)
        );
        Storage = storage ?? emulated.Storage;
        Vault = emulated.Vault;
        var links = new LinkOptions { ActiveKey = "uji" };
        links.Keys["uji"] = Convert.ToBase64String(new byte[32]);
        var app = Options.Create(new AppOptions { BaseUrl = new Uri("https://sakip.example/") });
        Tokens = new LinkTokens(Options.Create(links));
        var codes = new OneTimeCodes(Storage, Tokens, Clock, Options.Create(links));
        Plans = new PlanStore(Storage, Vault);
        Inbox = new Inbox(Storage, Plans);
        var messages = new MessageDesk(
            Storage,
            Plans,
            Inbox,
            new MessageDelivery(
                new MessageWriter(new LinkMaker(Storage, Tokens, codes, Clock), app),
                Letters,
                Clock,
                Log
            ),
            Clock
        );
        Dispatcher = new Dispatcher(Storage, new Ledger(Storage), messages);
        Records = new AgreementRecords(Storage, Vault, Clock);
        PlanDesk = new PlanDesk(Plans, Records, Vault, Dispatcher, Sample.Checks, Clock);
        var steps = new StepRules([new AgreementSteps(), new CollectionSteps(), new ReportSteps()]);
        var windows = new WindowBook(Storage);
        var store = new StepStore(Storage, Plans, windows, Clock);
        Activities = new ApprovalActivities(
            store,
            Dispatcher,
            steps,
            new StepLetters(
                windows,
                new NarrativeLetters(Storage, Dispatcher, Clock),
                new AgreementLetters(Storage, Dispatcher, Clock)
            ),
            new StepMoves(store, Dispatcher, Clock),
            Clock
        );
        var register = new DocumentRegister(Storage, Clock);
        Signing = new SigningRoom(
            Vault,
            new CertificateSigner(new TrialCertificates(), TimeProvider.System),
            new WetInkSigner(),
            register,
            app
        );
        Door = new LinkDoor(Storage, Tokens, Plans, Clock);
        var limits = new RateLimits(Storage, Tokens, Clock);
        Codes = new LinkCodes(Storage, limits, Dispatcher, Clock, Options.Create(links));
        Desk = new ApprovalDesk(new DecisionGuard(Storage, codes), Vault, Signing, steps, Dispatcher, Clock);
        Several = new SeveralSteps(Storage, Door, codes, Desk);
        Links = new LinkDesk(Storage, Plans, Dispatcher, Mock.Of<IStepDocuments>(), Clock);
        Orders = new RevisionOrders(Storage, Plans, Clock);
        Secrets = new Sakip.Webhooks.WebhookSecrets(Options.Create(links));
        Book = new AuditBook(Storage, EmulatedStorage.Seal);
        Sweep = new RecordSweep(
            Storage,
            Dispatcher,
            Book,
            new Sakip.Webhooks.WebhookFeed(Storage, Book, Secrets, Clock),
            Clock
        );
        Client = new Mock<DurableTaskClient>("uji");
    }

    public string Unit { get; }
    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock { get; }
    public OfficeStorage Storage { get; }
    public BlobVault Vault { get; }
    public LinkTokens Tokens { get; }
    public PlanStore Plans { get; }
    public PlanDesk PlanDesk { get; }
    public Inbox Inbox { get; }
    public Dispatcher Dispatcher { get; }
    public AgreementRecords Records { get; }
    public ApprovalActivities Activities { get; }
    public SigningRoom Signing { get; }
    public LinkDoor Door { get; }
    public LinkCodes Codes { get; }
    public ApprovalDesk Desk { get; }
    public SeveralSteps Several { get; }
    public LinkDesk Links { get; }
    public RevisionOrders Orders { get; }
    public AuditBook Book { get; }
    public Sakip.Webhooks.WebhookSecrets Secrets { get; }
    public RecordSweep Sweep { get; }
    public Mock<DurableTaskClient> Client { get; }
    public LetterBox Letters { get; } = new();
    public EventLog Log { get; } = new();

    public Subject Agreement => new AgreementSubject(new OfficeYear(Unit, 2024), 0);

    public static async Task<SmallOffice> OpenAsync(
        EmulatedStorage emulated,
        string unit,
        Func<OfficePlan, OfficePlan>? change = null,
        OfficeStorage? storage = null
    )
    {
        var office = new SmallOffice(emulated, unit, storage);
        var plan = Sample.Plan with { Unit = Sample.Plan.Unit with { Code = unit } };
        var first = await office.PlanDesk.FirstAsync(
            change is null ? plan : change(plan),
            Actor.System,
            "Impor.",
            Cancellation
        );
        Assert.True(first.Stands, string.Join("; ", first.Errors));
        return office;
    }

    /// <summary>The same office on another machine: all that a process keeps in memory is its own.</summary>
    public SmallOffice OnAnotherMachine(EmulatedStorage emulated) =>
        new(emulated, Unit, Counted(emulated, new RequestCounter()));

    /// <summary>Opens a step and gives its instants.</summary>
    public Task<ApprovalSchedule> AskAsync(
        ApprovalKind kind,
        Subject? subject = null,
        string? subUnit = null,
        int? quarter = null
    ) =>
        Activities.OpenApproval(
            new ApprovalInput(kind, (subject ?? Agreement).Dotted, 1, subUnit, quarter),
            Cancellation
        );

    public Task<OpenedLink?> ReadAsync(ComposedMessage letter) => Door.OpenAsync(TokenOf(letter), Cancellation);

    public static string TokenOf(ComposedMessage letter) => letter.Link!.Segments[^1];

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Sweep.RunAsync(new OfficeYear(Unit, 2024), Client.Object, Cancellation);
        var entries = new List<AuditEntry>();
        await foreach (var entry in Book.ReadAsync(new OfficeYear(Unit, 2024), Cancellation))
            entries.Add(entry);
        return entries;
    }

    /// <summary>The emulator's tables behind a policy that sees what is asked of them.</summary>
    public static OfficeStorage Counted(EmulatedStorage emulated, HttpPipelinePolicy counter)
    {
        var options = new TableClientOptions();
        options.AddPolicy(counter, Azure.Core.HttpPipelinePosition.PerCall);
        return new OfficeStorage(
            new TableServiceClient(emulated.ConnectionString, options),
            new BlobServiceClient(emulated.ConnectionString)
        );
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

/// <summary>Takes letters as a mail server would, or refuses them.</summary>
internal sealed class LetterBox : IMessageTransport
{
    public List<ComposedMessage> Sent { get; } = [];

    public DeliveryFault? Refuses { get; set; }

    public ComposedMessage Last => Sent[^1];

    public Task SendAsync(ComposedMessage message, CancellationToken cancellation)
    {
        if (Refuses is { } fault)
            throw new MessageDeliveryException(fault, "Server surel menolak.");
        lock (Sent)
            Sent.Add(message);
        return Task.CompletedTask;
    }
}

internal sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    private int _count;

    public int Take() => Interlocked.Exchange(ref _count, 0);

    public override void OnSendingRequest(Azure.Core.HttpMessage message) => Interlocked.Increment(ref _count);
}

/// <summary>Keeps the ids of what letters log.</summary>
internal sealed class EventLog : Microsoft.Extensions.Logging.ILogger<MessageDelivery>
{
    public List<int> Events { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

    public void Log<TState>(
        Microsoft.Extensions.Logging.LogLevel logLevel,
        Microsoft.Extensions.Logging.EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Events.Add(eventId.Id);
}
