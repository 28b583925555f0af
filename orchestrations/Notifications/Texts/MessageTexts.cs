using static Sakip.Notifications.MessageKind;

namespace Sakip.Notifications.Texts;

/// <summary>Finds the text of a kind.</summary>
internal static class MessageTexts
{
    public static MessageText For(MessageKind kind, MessageFacts facts) => TextOf(kind, facts).WithOneStop();

    private static MessageText TextOf(MessageKind kind, MessageFacts facts) =>
        kind switch
        {
            AgreementSignatureRequested => AgreementTexts.SignatureRequested(facts),
            AgreementSignatureReminder => AgreementTexts.SignatureReminder(facts),
            AgreementInForce => AgreementTexts.InForce(facts),
            AgreementReturned => AgreementTexts.Returned(facts),
            AgreementOverdue => AgreementTexts.Overdue(facts),
            AgreementDeadlineNear => AgreementTexts.DeadlineNear(facts),
            AgreementRevisionNeeded => AgreementTexts.RevisionNeeded(facts),
            AgreementsRequested => AgreementTexts.SeveralRequested(facts),
            AgreementCheckRequested => AgreementTexts.CheckRequested(facts),
            AgreementSigned => AgreementTexts.Signed(facts),
            AgreementSignatureFailed => AgreementTexts.SignatureFailed(facts),
            AgreementCancelled => AgreementTexts.Cancelled(facts),
            BudgetNoted => AgreementTexts.BudgetNoted(facts),
            SuperiorChanged => AgreementTexts.SuperiorChanged(facts),
            QuarterOpened => QuarterTexts.Opened(facts),
            QuarterReminder => QuarterTexts.Reminder(facts),
            QuarterLate => QuarterTexts.Late(facts),
            QuarterEscalated => QuarterTexts.Escalated(facts),
            WindowExtended => QuarterTexts.WindowExtended(facts),
            ReopeningRequested => QuarterTexts.ReopeningRequested(facts),
            QuarterReopened => QuarterTexts.Reopened(facts),
            AchievementLow => QuarterTexts.AchievementLow(facts),
            ReportSubmitted => SubUnitReportTexts.Submitted(facts),
            VerificationRequested => SubUnitReportTexts.VerificationRequested(facts),
            ReportReturned => SubUnitReportTexts.Returned(facts),
            ReportVerified => SubUnitReportTexts.Verified(facts),
            EvidenceRejected => SubUnitReportTexts.EvidenceRejected(facts),
            NarrativeRequested => AnnualReportTexts.NarrativeRequested(facts),
            NarrativesRequested => AnnualReportTexts.NarrativesRequested(facts),
            NarrativeLate => AnnualReportTexts.NarrativeLate(facts),
            BlockingFinding => AnnualReportTexts.BlockingFinding(facts),
            AnnualReportDeadline => AnnualReportTexts.DeadlineNear(facts),
            ReviewRequested => AnnualReportTexts.ReviewRequested(facts),
            ReviewHandedOver => AnnualReportTexts.ReviewHandedOver(facts),
            ReviewReturned => AnnualReportTexts.ReviewReturned(facts),
            ReviewCompleted => AnnualReportTexts.ReviewCompleted(facts),
            AnnualReportSignatureRequested => AnnualReportTexts.SignatureRequested(facts),
            ReportHeld => AnnualReportTexts.Held(facts),
            AnnualReportPublished => AnnualReportTexts.Published(facts),
            ApprovalReminder => ApprovalTexts.Reminder(facts),
            StepsReminder => ApprovalTexts.Reminders(facts),
            StepsLate => ApprovalTexts.Late(facts),
            ApprovalOverdue => ApprovalTexts.Overdue(facts),
            Delegated => ApprovalTexts.Delegated(facts),
            PostVacant => ApprovalTexts.PostVacant(facts),
            LinkReissued => ApprovalTexts.LinkReissued(facts),
            RecommendationDue => ApprovalTexts.RecommendationDue(facts),
            CertificateExpiring => ApprovalTexts.CertificateExpiring(facts),
            FindingExplained => FindingTexts.Explained(facts),
            FindingRuled => FindingTexts.Ruled(facts),
            OneTimeCode => CodeTexts.OneTime(facts),
            SignInCode => CodeTexts.SignIn(facts),
            SignInCodesMany => CodeTexts.Many(facts),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no text for this kind."),
        };
}
