using Sakip.Storage;

namespace Sakip.Functions.Access;

/// <summary>Until when a year takes an act.</summary>
internal enum YearSpan
{
    /// <summary>While its cycle runs: it changes the plan, the agreement, the budget or a quarter.</summary>
    WhileItRuns,

    /// <summary>While anybody works on it: also while only its report is corrected.</summary>
    WhileAnyoneWorks,

    /// <summary>At any time, or the act itself says in which state.</summary>
    Always,
}

/// <summary>
/// Every HTTP function that changes something of a year, and until when the year takes it. What is late is refused before
/// the function runs, with the way out.
/// </summary>
internal static class YearActs
{
    private static readonly Dictionary<YearSpan, string[]> Spans = new()
    {
        [YearSpan.WhileItRuns] =
        [
            "AgreementAct",
            "AgreementCancel",
            "AgreementRequest",
            "AgreementRevise",
            "BudgetListImport",
            "BudgetListPreview",
            "BudgetListUpload",
            "BudgetRealisationPreview",
            "BudgetRealisationUpload",
            "BudgetRevisionPreview",
            "BudgetRevisionUpload",
            "ChangeOrganisation",
            "ChangeStrategicPlan",
            "ExtendWindow",
            "ImportPlan",
            "ImportPlanPreview",
            "PostAgreementAct",
            "PostAgreementsCall",
            "PostAgreementsDraft",
            "QuarterPost",
            "RealisationImport",
            "RecheckQuarter",
            "RedraftAgreement",
            "ReopenQuarter",
            "ReplacePlan",
            "ReviseBudget",
            "SettingsPolicy",
            "SettingsPosts",
            "SettingsSubUnits",
            "SettingsWindows",
            "YearChangeIndicator",
            "YearChangeOrganisation",
            "YearChangePreview",
            "YearChangeStrategic",
        ],
        [YearSpan.WhileAnyoneWorks] =
        [
            "ChangeLink",
            "ChangeOfficial",
            "FindingExplain",
            "FindingPost",
            "FindingRule",
            "NarrativeReplace",
            "NarrativeText",
            "OpenStepAct",
            "OpenStepDelegate",
            "RecheckReport",
            "ReportRecheck",
            "SettingsHolidays",
            "YearChangeOfficial",
            "YearChangeOfficialPreview",
        ],
        [YearSpan.Always] =
        [
            "DocumentAsk",
            // The emblem is for documents still to be made, and those of a published year are asked for at any time.
            "DocumentLogo",
            "MessagesResend",
            // It prepares another year, and keeps a file for its preview alone.
            "NextYearPrepare",
            "OfficeHealth",
            "RebuildYear",
            "ReplaceLogo",
            "ReportCorrect",
            "ReportCorrection",
            "RequestDocument",
            // Whoever looks after a year that is over must still be let in.
            "SettingsAppointments",
            "SettingsContacts",
            "SettingsOfficials",
            "SettingsRoles",
            "SettingsWebhooks",
            "StartYear",
            "WebhookApiAdd",
            "WebhookApiRemove",
            "WebhookApiRepeat",
            "WebhookApiSecret",
            "WebhookApiTrial",
            "YearMessagesResend",
        ],
    };

    private static readonly Dictionary<string, YearSpan> ByName = Spans
        .SelectMany(span => span.Value.Select(name => (name, span.Key)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Null for a function that changes nothing of a year.</summary>
    public static YearSpan? Of(string function) => ByName.TryGetValue(function, out var span) ? span : null;

    public static bool IsTaken(YearSpan span, OfficeYearState state) =>
        span switch
        {
            YearSpan.WhileItRuns => state.HasCycle(),
            YearSpan.WhileAnyoneWorks => state.AsksPeople(),
            _ => true,
        };
}
