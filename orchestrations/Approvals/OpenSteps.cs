using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>A step that waits, with who bears it and what its link is worth.</summary>
internal sealed record OpenStep
{
    public required Subject Subject { get; init; }

    public required string Step { get; init; }

    public required int Attempt { get; init; }

    public required string Title { get; init; }

    /// <summary>Null while the post is vacant.</summary>
    public required string? Bearer { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required bool IsIssued { get; init; }

    public required bool IsWithdrawn { get; init; }

    public required int Changes { get; init; }

    /// <summary>Who withdrew the link and when; null where nobody did, or it was not kept.</summary>
    public string? Withdrawn { get; init; }
}

/// <summary>The open steps of a year, for those who look after the links.</summary>
internal sealed class OpenSteps(OfficeStorage storage, PlanStore plans)
{
    public async Task<IReadOnlyList<OpenStep>> ReadAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var steps = new List<OpenStep>();
        await foreach (var waiting in storage.WaitingIn(office, cancellation))
        {
            var subject = Subject.Parse(waiting.Subject)!;
            var approval = await storage.Subjects.FindAsync<ApprovalRow>(
                Keys.Partition(subject),
                RowKeys.Approval(waiting.Step, waiting.Attempt),
                cancellation
            );
            if (approval is null)
                continue;
            var input = Facts.InputOf(subject, waiting.Kind, waiting.Attempt, waiting.SubUnit);
            var bearer = plan.Officials.FirstOrDefault(official => official.Code == approval.Bearer);
            steps.Add(
                new OpenStep
                {
                    Subject = subject,
                    Step = waiting.Step,
                    Attempt = waiting.Attempt,
                    Title = $"{WordOf(input.Kind)}: {Facts.TitleOf(plan, input)}",
                    Bearer = bearer?.FullName(),
                    Since = waiting.Since,
                    DueAt = waiting.DueAt,
                    IsIssued = approval.Nonce is not null,
                    IsWithdrawn = approval.IsWithdrawn,
                    Changes = approval.Changes,
                    Withdrawn = WithdrawalOf(plan, approval),
                }
            );
        }

        return [.. steps.OrderBy(step => step.DueAt)];
    }

    /// <summary>"oleh … pada …" of a link that somebody withdrew.</summary>
    public static string? WithdrawalOf(OfficePlan plan, ApprovalRow approval) =>
        approval is { IsWithdrawn: true, WithdrawnBy: { } by, WithdrawnAt: { } at }
            ? $"oleh {plan.Officials.FirstOrDefault(one => one.Code == by)?.FullName() ?? "sistem"} pada "
                + IndonesianDate.LongWithTime(at, plan.Zone)
            : null;

    /// <summary>
    /// The plan with somebody appointed to act for a post. An earlier acting appointment that would collide ends the day
    /// before.
    /// </summary>
    public static OfficePlan WithActing(OfficePlan plan, Appointment acting)
    {
        return plan with
        {
            Appointments =
            [
                .. plan.Appointments.Select(one =>
                    one.Post == acting.Post
                    && one.Tenure != Tenure.Definitive
                    && one.From < acting.From
                    && (one.Until is null || one.Until >= acting.From)
                        ? one with
                        {
                            Until = acting.From.AddDays(-1),
                        }
                        : one
                ),
                acting,
            ],
        };
    }

    private static string WordOf(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.AgreementCheck => "Pemeriksaan",
            ApprovalKind.FirstPartySignature => "Tanda tangan pihak pertama",
            ApprovalKind.SecondPartySignature => "Tanda tangan pihak kedua",
            ApprovalKind.ReportSubmission => "Pengisian",
            ApprovalKind.ReportApproval => "Persetujuan kepala",
            ApprovalKind.ReportVerification => "Verifikasi",
            ApprovalKind.AnnualReview => "Reviu",
            ApprovalKind.AnnualSignature => "Tanda tangan",
            ApprovalKind.Narrative => "Narasi",
            ApprovalKind.QuarterReopening => "Persetujuan pembukaan kembali",
            _ => "Keputusan",
        };
}
