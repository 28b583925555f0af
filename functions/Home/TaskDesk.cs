using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Home;

internal sealed record TaskLine(string Step, string About, string Since, string Due, bool IsLate, string Url);

/// <param name="Notice">Why the step that was asked for cannot be opened.</param>
internal sealed record TasksView(IReadOnlyList<TaskLine> Rows, string DashboardUrl, string? Notice = null);

/// <summary>Whether a step is the caller's, the token that opens it, and who withdrew its link.</summary>
internal sealed record TaskLink(bool IsMine, string? Token, string? Withdrawn);

/// <summary>What waits for somebody, and the link that leads there: the same one as in the message.</summary>
internal sealed class TaskDesk(OfficeStorage storage, WindowBook windows, LinkTokens tokens, TimeProvider clock)
{
    public async Task<TasksView> OfAsync(OfficePlan plan, Caller caller, CancellationToken cancellation)
    {
        var url = $"/kantor/{plan.Unit.Code}/{plan.Year}";
        var rows = (await DashboardReader.WaitingAsync(storage, plan.Office, cancellation))
            .Where(row => row.Bearer == caller.Official)
            .ToList();
        var rounds = await RoundsAsync(plan, rows, cancellation);
        return new TasksView(
            [
                .. rows.Select(row => new TaskLine(
                    StepWords.Of(row.Kind),
                    StepWords.About(Subject.Parse(row.Subject), plan, rounds),
                    PageWords.ShortDay(row.Since),
                    PageWords.ShortDay(row.DueAt),
                    row.DueAt < clock.GetUtcNow(),
                    WaitingLinks.TaskOf(url, row)
                )),
            ],
            url
        );
    }

    /// <summary>
    /// The token of the step's standing link; null where the step is not the caller's. Nothing is changed: the nonce stays the
    /// one of the message, and before the message is out there is no link yet.
    /// </summary>
    public async Task<TaskLink> LinkAsync(
        OfficePlan plan,
        Caller caller,
        string dotted,
        string step,
        int attempt,
        CancellationToken cancellation
    )
    {
        if (Subject.Parse(dotted) is not { } subject || subject.Unit != plan.Unit.Code || subject.Year != plan.Year)
            return new TaskLink(false, null, null);
        var approval = await storage.Subjects.FindAsync<ApprovalRow>(
            Keys.Partition(subject),
            RowKeys.Approval(step, attempt),
            cancellation
        );
        if (approval is null || approval.Bearer != caller.Official)
            return new TaskLink(false, null, null);
        return approval.Nonce is null
            ? new TaskLink(true, null, WithdrawalOf(plan, approval))
            : new TaskLink(true, tokens.Write(LinkMaker.Ticket(subject, approval)), null);
    }

    // Of the quarters that are asked to be reopened: their rounds name the sub-units.
    private async Task<IReadOnlyList<RoundRow>> RoundsAsync(
        OfficePlan plan,
        List<WaitingRow> rows,
        CancellationToken cancellation
    )
    {
        var quarters = rows.Select(row => Subject.Parse(row.Subject))
            .OfType<ReopeningSubject>()
            .Select(reopening => reopening.Quarter)
            .Distinct();
        var rounds = await Task.WhenAll(
            quarters.Select(quarter => windows.RoundsAsync(plan.Office, quarter, cancellation))
        );
        return [.. rounds.SelectMany(of => of)];
    }

    private static string? WithdrawalOf(OfficePlan plan, ApprovalRow approval)
    {
        if (!approval.IsWithdrawn)
            return null;
        var by = OpenSteps.WithdrawalOf(plan, approval) is { } known ? " " + known : "";
        return $"Tautan langkah itu dicabut{by}, sehingga belum dapat diputuskan. Mintalah tautan baru kepada "
            + $"{Helpers(plan)}.";
    }

    // Whom to ask, by name: planners send links anew.
    private static string Helpers(OfficePlan plan) =>
        string.Join(
            " atau ",
            plan.Roles.Where(role => role.Role == OfficeRole.Planner)
                .Select(role => plan.Officials.FirstOrDefault(one => one.Code == role.Official)?.FullName())
                .OfType<string>()
                .Distinct()
        )
            is { Length: > 0 } names
            ? names
            : "perencana kantor Anda";
}
