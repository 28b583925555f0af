using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>What a decision on a report tells those who wait for it, beside the step that it opens.</summary>
internal static class ReportMessages
{
    public static void AddTo(SubjectChange change, OpenedLink link, Decision decision, string? note)
    {
        if (decision != Decision.Verified || link.State?.SubmittedBy is not { } sender)
            return;
        var report = ReportRef.Of(link.Subject)!;
        var facts = new Dictionary<string, string>
        {
            [FactNames.SubUnit] =
                link.Plan.SubUnits.Single(subUnit => subUnit.Code == report.SubUnit).Name
                + (report.Round > 1 ? FormattableString.Invariant($" (putaran {report.Round})") : ""),
            [FactNames.Quarter] = Quarters.Code(report.Quarter),
            [FactNames.Who] = link.Bearer.FullName(),
        };
        if (note is not null)
            facts[FactNames.Note] = note;
        change.Notify(
            MessageKind.ReportVerified,
            sender,
            FormattableString.Invariant($"{MessageKind.ReportVerified}:{link.Subject.Dotted}:{link.Approval.Attempt}"),
            facts
        );
    }
}
