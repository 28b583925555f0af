using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Planning;

namespace Sakip.Functions.Agreements;

/// <summary>Agreements: their drafts, what watches over them, and their pages.</summary>
internal static class AgreementSetup
{
    public static void AddAgreements(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<RevisionOrders>()
            .AddSingleton<AgreementDrafts>()
            .AddSingleton<AgreementPapers>()
            .AddSingleton<PostOrders>()
            .AddSingleton<PostDrafts>()
            .AddSingleton<PostDesk>()
            .AddSingleton<PostFollow>()
            .AddSingleton<PostStandings>()
            .AddSingleton<SuperiorAgreements>()
            .AddSingleton<AgreementDesk>()
            .AddSingleton<AgreementDeadlines>()
            .AddSingleton<AgreementProof>()
            .AddSingleton<AgreementRecords>()
            .AddSingleton<AgreementOverview>()
            .AddSingleton<OfficialWatch>()
            .AddSingleton<StrategicWatch>()
            .AddSingleton<SuperiorWatch>()
            .AddSingleton<CertificateWatch>()
            .AddSingleton<CertificateEnds>()
            .AddSingleton<AgreementDetails>()
            .AddSingleton<RevisionForms>();
        services.AddSingleton<ISignedAgreements>(provider => provider.GetRequiredService<AgreementRecords>());
        services.AddSingleton<IStepRules, AgreementSteps>();
        services.AddSingleton<IStepDocuments>(provider => provider.GetRequiredService<AgreementDrafts>());
    }
}
