using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Audit;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Evaluation;
using Sakip.Functions.Agreements;
using Sakip.Functions.Approvals;
using Sakip.Functions.Collection;
using Sakip.Functions.Home;
using Sakip.Functions.Notifications;
using Sakip.Functions.Planning;
using Sakip.Functions.Signing;
using Sakip.Functions.Storage;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Recovery;
using Sakip.Reporting;
using Sakip.Storage;
using Sakip.Webhooks;

namespace Sakip.Functions.Hosting;

/// <summary>What the app is made of.</summary>
internal static class Composition
{
    private const long LargestBody = 30 * 1024 * 1024;

    /// <summary>One JSON for durable payloads, results and action results.</summary>
    public static void AddJson(this FunctionsApplicationBuilder builder)
    {
        builder.Services.Configure<JsonSerializerOptions>(SakipJson.Apply);
        builder.Services.ConfigureHttpJsonOptions(options => SakipJson.Apply(options.SerializerOptions));
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(options =>
            SakipJson.Apply(options.JsonSerializerOptions)
        );
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestBody);
    }

    public static void AddStorage(this FunctionsApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<StorageTryOptions>()
            .BindConfiguration(StorageTryOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddAzureClients(clients => clients.AddOfficeAccount(builder.Configuration));
        builder.Services.AddSingleton<OfficeStorage>();
        builder
            .Services.AddSingleton<StorageSetup>()
            .AddHostedService(provider => provider.GetRequiredService<StorageSetup>());
    }

    public static void AddCapabilities(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton<BlobVault>()
            .AddSingleton<Uploads>()
            .AddSingleton<Ledger>()
            .AddSingleton<Dispatcher>()
            .AddSingleton<IOutbox>(provider => provider.GetRequiredService<MessageDesk>())
            .AddSingleton<RecordSweep>();
        services
            .AddSingleton<PlanStore>()
            .AddSingleton<PlanDesk>()
            .AddSingleton<ImportDesk>()
            .AddSingleton<BudgetRealisations>()
            .AddSingleton<BudgetViews>()
            .AddSingleton<CycleDesk>()
            .AddSingleton<IYearStart>(provider => provider.GetRequiredService<CycleDesk>())
            .AddSingleton<PlanCheck>(RuleLevelRules.Check)
            .AddSingleton<PlanCheck>(NarrativeRules.Check)
            .AddSingleton<EvaluationRecords>();
        services.AddSingleton<RevisionOrders>().AddSingleton<AgreementDrafts>().AddSingleton<AgreementDesk>();
        services.AddSingleton<IStepDocuments>(provider => provider.GetRequiredService<AgreementDrafts>());
        // Links are secrets that stand in paths, and the host's own categories log paths (security.md 7).
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        services
            .AddSingleton<OfficialWatch>()
            .AddSingleton<SuperiorWatch>()
            .AddSingleton<CertificateWatch>()
            .AddSingleton<AgreementDeadlines>()
            .AddSingleton<AgreementProof>();
        services
            .AddSingleton<AgreementRecords>()
            .AddSingleton<ISignedAgreements>(provider => provider.GetRequiredService<AgreementRecords>())
            .AddSingleton<QuarterRecords>()
            .AddSingleton<ILockedQuarters>(provider => provider.GetRequiredService<QuarterRecords>())
            .AddSingleton<SubmissionDesk>();
        services
            .AddSingleton<WindowBook>()
            .AddSingleton<IWindows>(provider => provider.GetRequiredService<WindowBook>())
            .AddSingleton<WindowDesk>()
            .AddSingleton<WindowSweep>()
            .AddSingleton<Obligations>();
        services
            .AddSingleton<QuarterSources>()
            .AddSingleton<QuarterDesk>()
            .AddSingleton<EvidenceBook>()
            .AddSingleton<EvidenceDesk>();
        services.AddSingleton<QuarterReportDesk>();
        services.AddSingleton<DraftBook>().AddSingleton<QuarterBook>().AddSingleton<ReportHistories>();
        services.AddSingleton<ReportRecords>().AddSingleton<ReportSources>().AddSingleton<DocumentDesk>();
        services.AddSingleton<ReviewDesk>().AddSingleton<NarrativeDesk>().AddSingleton<OfficeLogo>();
        services
            .AddSingleton<ReportCorrections>()
            .AddSingleton<ReportVersions>()
            .AddSingleton<ReportRechecks>()
            .AddSingleton<ReportDeadlines>()
            .AddSingleton<DocumentComposer>()
            .AddSingleton<DocumentRuns>()
            .AddSingleton<ReportOverview>();
        services.AddSingleton<FontLibrary>().AddSingleton<PdfWriter>().AddSingleton<DocxWriter>();
        services.AddSingleton<XlsxWriter>().AddSingleton<DocumentPrinter>();
        services.AddSingleton<FindingStore>().AddSingleton<FindingDesk>().AddSingleton<FigureDesk>();
        services
            .AddOptions<AuditOptions>()
            .BindConfiguration(AuditOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddSingleton<AuditSeal>()
            .AddSingleton<AuditChains>()
            .AddSingleton<AuditBook>()
            .AddSingleton<AuditStart>();
        services
            .AddOptions<WebhookOptions>()
            .BindConfiguration(WebhookOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookFeed>()
            .AddSingleton<WebhookDesk>();
        services
            .AddSingleton(provider => new ApiCatalog(provider))
            .AddSingleton<KeptAnswers>()
            .AddSingleton<IdempotencyKeys>()
            .AddSingleton<NamedCaller>();
        services.AddSingleton<OpenApiText>();
        services
            .AddOptions<HealthOptions>()
            .BindConfiguration(HealthOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        // What is compared with the service's clock is the machine's, also where the office's clock is a virtual one.
        services.AddSingleton(provider => new ReadinessCheck(
            provider.GetRequiredService<OfficeStorage>(),
            provider.GetRequiredService<StorageSetup>(),
            provider.GetRequiredService<IOptions<HealthOptions>>(),
            provider.GetRequiredService<ILogger<ReadinessCheck>>(),
            TimeProvider.System
        ));
        services.AddSingleton<SakipMeter>();
        services
            .AddOptions<RetentionOptions>()
            .BindConfiguration(RetentionOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddSingleton<OfficeBackup>()
            .AddSingleton<OfficeRestore>()
            .AddSingleton<YearCarriers>()
            .AddSingleton<CycleWatch>()
            .AddSingleton<ClosedYears>();
        services.AddSingleton<CycleRebuild>().AddSingleton<RetentionSweep>().AddSingleton<ContactErasure>();
        services.AddOptions<LinkOptions>().BindConfiguration(LinkOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LinkOptions>, LinkOptionsCheck>();
        services
            .AddOptions<AppOptions>()
            .BindConfiguration(AppOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddSingleton<IStepRules, AgreementSteps>()
            .AddSingleton<IStepRules, CollectionSteps>()
            .AddSingleton<IStepRules, ReportSteps>()
            .AddSingleton<StepRules>()
            .AddSingleton<ILinkMaker, LinkMaker>();
        services.AddSingleton<LinkTokens>().AddSingleton<OneTimeCodes>().AddSingleton<ApprovalDesk>();
        services.AddSingleton<SigningRoom>().AddSingleton<LinkDesk>().AddSingleton<OpenSteps>();
        services.AddSingleton<AgreementOverview>().AddSingleton<PublicDocuments>();
        services.AddSingleton<AgreementDetails>().AddSingleton<RevisionForms>();
        services.AddSigning(builder.Configuration);
        services.AddSingleton<LetterResend>();
        services.AddSingleton<MessageDesk>().AddSingleton<Inbox>().AddSingleton<ReminderSweep>();
        services.AddMail(builder.Configuration);
        services
            .AddSingleton<PageRenderer>()
            .AddSingleton<LinkViews>()
            .AddSingleton<StepForms>()
            .AddSingleton<StepReader>()
            .AddSingleton<SigningFailures>();
        services.AddSingleton<ReportForms>().AddSingleton<ReportPosts>().AddSingleton<QuarterPosts>();
    }
}
