using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Planning;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>An official leaves at any moment of any step: whoever follows goes on with it, and the old link is dead.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class LeavingTests(EmulatedStorage emulated)
{
    private const string Unit = "tatalaksana";

    /// <summary>Each kind of step, who bears it, and the post or the role that the successor takes over.</summary>
    public static TheoryData<string, string, string> Steps =>
        new()
        {
            { nameof(ApprovalKind.AgreementCheck), "p15", nameof(OfficeRole.Verifier) },
            { nameof(ApprovalKind.FirstPartySignature), "p01", "kepala-biro" },
            { nameof(ApprovalKind.SecondPartySignature), "p02", "asisten" },
            { nameof(ApprovalKind.ReportSubmission), "p10", nameof(OfficeRole.Operator) },
            { nameof(ApprovalKind.ReportApproval), "p05", "kabag-tata" },
            { nameof(ApprovalKind.ReportVerification), "p15", nameof(OfficeRole.Verifier) },
            { nameof(ApprovalKind.QuarterReopening), "p01", "kepala-biro" },
            { nameof(ApprovalKind.Narrative), "p10", nameof(OfficeRole.Operator) },
            { nameof(ApprovalKind.AnnualReview), "p17", nameof(OfficeRole.Inspector) },
            { nameof(ApprovalKind.AnnualSignature), "p01", "kepala-biro" },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task The_step_goes_on_with_the_successor_and_the_old_link_and_code_are_dead(
        string step,
        string bearer,
        string held
    )
    {
        var kind = Enum.Parse<ApprovalKind>(step);
        var office = await SmallOffice.OpenAsync(
            emulated,
            "lanjut-" + Array.IndexOf(Enum.GetValues<ApprovalKind>(), kind)
        );
        await AskAsync(office, kind);
        var former = office.Letters.Sent.Last(letter => letter.Link is not null);
        var link = (await office.ReadAsync(former))!;
        Assert.Equal(bearer, link.Bearer.Code);
        await office.Codes.SendCodeAsync(link, "192.0.2.7", Cancellation);

        await LeaveAsync(office, bearer, held, successor: "p04");

        Assert.Null(await office.ReadAsync(former));
        var renewed = office.Letters.Sent.Last(letter => letter.Link is not null);
        var passed = (await office.ReadAsync(renewed))!;
        Assert.Equal((MessageKind.Delegated, "p04"), (renewed.Kind, passed.Bearer.Code));
        Assert.Null(passed.Approval.CodeHash);
        var late = await office.Desk.DecideAsync(
            link,
            new DecisionRequest(link.Policy.Yes, null, null),
            office.Client.Object,
            Cancellation
        );
        Assert.NotEqual(DecisionStatus.Decided, late.Status);
        Assert.Null((await office.ReadAsync(renewed))!.Claim);
    }

    [Theory]
    [InlineData(nameof(ApprovalKind.SecondPartySignature), "p02", "asisten")]
    [InlineData(nameof(ApprovalKind.AnnualSignature), "p01", "kepala-biro")]
    public async Task A_step_that_nobody_follows_on_waits_and_its_link_is_dead(string step, string bearer, string held)
    {
        var kind = Enum.Parse<ApprovalKind>(step);
        var office = await SmallOffice.OpenAsync(emulated, "sepi-" + held);
        await AskAsync(office, kind);
        var former = office.Letters.Sent.Last(letter => letter.Link is not null);

        await LeaveAsync(office, bearer, held, successor: null);
        Assert.Null(await office.ReadAsync(former));
        Assert.Equal((MessageKind.PostVacant, "p13"), (office.Letters.Last.Kind, office.Letters.Last.To.Code));
        Assert.Equal(0, await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation));

        await office.PlanDesk.ChangeAsync(
            new OfficeYear(office.Unit, 2024),
            plan =>
                OpenSteps.WithActing(plan, new Appointment("p04", held, Tenure.Plt, Today(office), null, "SPT/1/2024")),
            Actor.System,
            "Plt. ditunjuk.",
            Cancellation
        );
        await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        Assert.Equal("p04", (await office.ReadAsync(office.Letters.Last))!.Bearer.Code);
    }

    private static Task<ApprovalSchedule> AskAsync(SmallOffice office, ApprovalKind kind)
    {
        var year = new OfficeYear(office.Unit, 2024);
        return kind switch
        {
            ApprovalKind.ReportSubmission or ApprovalKind.ReportApproval or ApprovalKind.ReportVerification =>
                office.AskAsync(kind, new SubUnitReportSubject(year, Quarter.Q1, Unit, 1), Unit, 1),
            ApprovalKind.QuarterReopening => office.AskAsync(kind, new ReopeningSubject(year, Quarter.Q1, 2)),
            ApprovalKind.Narrative => office.AskAsync(
                kind,
                new NarrativeSubject(year, 1, Sample.Plan.Report.Narratives[0].Section),
                Unit
            ),
            ApprovalKind.AnnualReview or ApprovalKind.AnnualSignature => office.AskAsync(
                kind,
                new AnnualReportSubject(year, 1)
            ),
            _ => office.AskAsync(kind),
        };
    }

    private static async Task LeaveAsync(SmallOffice office, string bearer, string held, string? successor)
    {
        var isRole = Enum.TryParse<OfficeRole>(held, out var role);
        var call = new OfficialCall
        {
            Official = bearer,
            Event = OfficialEvent.Died,
            Successors = isRole || successor is null ? null : [new PostSuccessor(held, successor, Tenure.Plt)],
            Roles = isRole
                ?
                [
                    .. Sample
                        .Plan.Roles.Where(one => one.Official == bearer && one.Role == role)
                        .Select(one => one with { Official = successor! }),
                ]
                : null,
            Decree = "SK/1/2024",
            DecreeDate = Today(office),
            From = Today(office),
            Reason = "Meninggal dunia.",
        };
        var result = await office.PlanDesk.ChangeAsync(
            new OfficeYear(office.Unit, 2024),
            plan =>
            {
                var faults = new Sakip.Planning.Faults();
                var changed = call.Apply(plan, new ChangeGround(Today(office), null, plan.Budget), faults);
                Assert.Equal([], faults.All);
                return changed;
            },
            Actor.System,
            "Meninggal dunia.",
            new PlanChangeSettings(IsRecorded: true),
            Cancellation
        );
        Assert.True(result.Stands, string.Join("; ", result.Errors));
        await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation);
    }

    private static DateOnly Today(SmallOffice office) => OfficeZone.Wita.DateAt(office.Clock.GetUtcNow());
}
