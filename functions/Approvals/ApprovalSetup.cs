using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Notifications;

namespace Sakip.Functions.Approvals;

/// <summary>Steps and the links to them: section "Links".</summary>
internal static class ApprovalSetup
{
    public static void AddApprovals(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<LinkOptions>().BindConfiguration(LinkOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LinkOptions>, LinkOptionsCheck>();
        services
            .AddSingleton<LinkTokens>()
            .AddSingleton<OneTimeCodes>()
            .AddSingleton<ReminderSweep>()
            .AddSingleton<ReminderDesk>()
            .AddSingleton<NarrativeLetters>()
            .AddSingleton<AgreementLetters>()
            .AddSingleton<SeveralSteps>()
            .AddSingleton<SeveralScreens>()
            .AddSingleton<StepRules>()
            .AddSingleton<StepStore>()
            .AddSingleton<StepLetters>()
            .AddSingleton<StepMoves>()
            .AddSingleton<ILinkMaker, LinkMaker>()
            .AddSingleton<LinkDoor>()
            .AddSingleton<LinkCodes>()
            .AddSingleton<DecisionGuard>()
            .AddSingleton<ApprovalDesk>()
            .AddSingleton<SigningRoom>()
            .AddSingleton<LinkDesk>()
            .AddSingleton<OpenSteps>()
            .AddSingleton<LetterResend>()
            .AddSingleton<LinkViews>()
            .AddSingleton<LinkScreens>()
            .AddSingleton<LinkActs>()
            .AddSingleton<StepReadings>()
            .AddSingleton<LinkDecisions>()
            .AddSingleton<StepForms>()
            .AddSingleton<StepReader>();
    }
}
