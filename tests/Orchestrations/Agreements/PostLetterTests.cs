using System.Text.RegularExpressions;
using Moq;
using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Planning;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Agreements;

/// <summary>Agreements of posts: one letter for all that waits for somebody, one code for all that he signs.</summary>
[Collection(EmulatedStorage.Name)]
public sealed partial class PostLetterTests(EmulatedStorage emulated)
{
    private static readonly string[] Posts = ["kabag-lembaga", "kabag-rb", "kabag-tata"];

    [Fact]
    public async Task All_that_waits_for_one_person_is_one_letter_a_day_and_what_comes_later_another()
    {
        var office = await OpenAsync("pk-satu-surat");
        foreach (var post in Posts)
            await AskAsync(office, ApprovalKind.SecondPartySignature, post);

        var letter = Assert.Single(office.Letters.Sent);
        Assert.Equal(MessageKind.AgreementsRequested, letter.Kind);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await FollowAsync(office);
        Assert.Single(office.Letters.Sent);

        await AskAsync(office, ApprovalKind.SecondPartySignature, "kabag-perpus");
        await FollowAsync(office);
        Assert.Equal(2, office.Letters.Sent.Count);
        Assert.All(office.Letters.Sent, sent => Assert.Equal(letter.To.Code, sent.To.Code));
    }

    [Fact]
    public async Task Several_are_signed_with_one_code_and_each_is_recorded_for_itself()
    {
        var office = await OpenAsync("pk-satu-kode");
        foreach (var post in Posts)
        {
            await DraftAsync(office, post);
            await AskAsync(office, ApprovalKind.SecondPartySignature, post);
        }

        var open = await OpenLinksAsync(office);
        Assert.Equal(3, open.Count);
        await office.Codes.SendCodeAsync(open[0], "198.51.100.77", Cancellation);
        var code = Code().Match(office.Letters.Last.Text).Value;
        open = await OpenLinksAsync(office);
        var request = new DecisionRequest(Decision.Signed, null, code);

        var wrong = await office.Several.DecideAsync(
            open,
            open[0],
            request with
            {
                Code = code == "000000" ? "000001" : "000000",
            },
            office.Client.Object,
            Cancellation
        );
        Assert.Equal((DecisionStatus.CodeWrong, 0), (wrong.Code, wrong.Done.Count));
        open = await OpenLinksAsync(office);
        var answer = await office.Several.DecideAsync(open[..2], open[0], request, office.Client.Object, Cancellation);

        Assert.Equal((2, 0), (answer.Done.Count, answer.Refused.Count));
        Assert.Single(await OpenLinksAsync(office));
        var signed = (await office.AuditAsync()).Count(entry => entry.Intent.Action == nameof(AuditAction.Signed));
        Assert.Equal(2, signed);
    }

    [Fact]
    public async Task The_parties_of_a_post_are_its_holder_and_his_superior()
    {
        var office = await OpenAsync("pk-pihak");
        await AskAsync(office, ApprovalKind.FirstPartySignature, "kabag-rb");
        await AskAsync(office, ApprovalKind.SecondPartySignature, "kabag-rb");

        var bearers = (await office.Storage.WaitingAsync(new OfficeYear(office.Unit, 2024), Cancellation)).ToDictionary(
            row => row.Step,
            row => row.Bearer
        );
        Assert.Equal(("p04", "p01"), (bearers["first-party"], bearers["second-party"]));
    }

    [Fact]
    public async Task A_press_calls_for_each_post_once_and_a_second_press_for_nobody()
    {
        var office = await OpenAsync("pk-tekan");
        using var fonts = new FontLibrary();
        var orders = new PostOrders(office.Storage, office.Clock);
        var desk = new PostDesk(orders, Drafts(office, fonts), office.Dispatcher, office.Clock);
        var year = new OfficeYear(office.Unit, 2024);

        var first = await desk.DraftAsync(year, Actor.System, office.Client.Object, Cancellation);
        var second = await desk.DraftAsync(year, Actor.System, office.Client.Object, Cancellation);

        Assert.Equal(["kabag-lembaga", "kabag-rb", "kabag-tata", "kabag-perpus", "kasubbag-tu"], first);
        Assert.Empty(second);
        Assert.Equal(5, (await orders.ReadAsync(year, Cancellation)).Count);
        office.Client.Verify(
            client =>
                client.ScheduleNewOrchestrationInstanceAsync(
                    It.Is<Microsoft.DurableTask.TaskName>(name => name.Name == AgreementSigning.V2),
                    It.IsAny<object?>(),
                    It.IsAny<Microsoft.DurableTask.StartOrchestrationOptions?>(),
                    It.IsAny<CancellationToken>()
                ),
            Times.Exactly(5)
        );
    }

    [Fact]
    public async Task A_change_above_asks_again_only_those_whose_annex_changes_and_only_once()
    {
        var office = await OpenAsync("pk-perubahan");
        var year = new OfficeYear(office.Unit, 2024);
        using var fonts = new FontLibrary();
        var (follow, orders) = Follow(office, fonts);
        await HeadInForceAsync(office, null);
        foreach (var post in Posts)
            await InForceAsync(office, post, orders);
        await follow.RunAsync(year, [], office.Client.Object, Cancellation);
        Assert.All(await orders.ReadAsync(year, Cancellation), order => Assert.Equal(0, order.Revision));

        await office.PlanDesk.TryReviseBudgetAsync(
            year,
            Sample.Revision,
            Actor.System,
            office.Client.Object,
            Cancellation
        );
        await follow.RunAsync(year, [], office.Client.Object, Cancellation);
        // The head has not agreed on it yet.
        Assert.All(await orders.ReadAsync(year, Cancellation), order => Assert.Equal(0, order.Revision));
        await HeadInForceAsync(office, Sample.Revision);
        await follow.RunAsync(year, [], office.Client.Object, Cancellation);
        await follow.RunAsync(year, [], office.Client.Object, Cancellation);

        var asked = (await orders.ReadAsync(year, Cancellation)).Where(order => order.Revision > 0).ToList();
        var changed = Posts.Where(post => Ceilings(Sample.Plan.Budget, post) != Ceilings(Sample.Revision.Budget, post));
        Assert.Equal(changed.Order(), asked.Select(order => order.Post));
        Assert.NotEmpty(asked);
        Assert.All(asked, order => Assert.Contains("Perubahan ke-1", order.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_checked_is_told_again_that_his_superiors_agreement_is_in_force()
    {
        var office = await OpenAsync("pk-terlewat");
        var year = new OfficeYear(office.Unit, 2024);
        using var fonts = new FontLibrary();
        var (follow, orders) = Follow(office, fonts);
        await orders.TryKeepAsync(year, new PostOrder("kabag-rb", 0), Cancellation);
        await DraftAsync(office, "kabag-rb");

        await follow.RunAsync(year, [], office.Client.Object, Cancellation);
        Told(office, Times.Never());
        await HeadInForceAsync(office, null);
        await follow.RunAsync(year, [], office.Client.Object, Cancellation);

        Told(office, Times.Once());
    }

    private static void Told(SmallOffice office, Times times) =>
        office.Client.Verify(
            client =>
                client.RaiseEventAsync(
                    Subject(office, "kabag-rb").InstanceId,
                    "SuperiorInForce:1",
                    It.IsAny<object?>(),
                    It.IsAny<CancellationToken>()
                ),
            times
        );

    private static decimal Ceilings(Budget budget, string post) =>
        budget
            .SubActivities()
            .Where(sub => Sample.Plan.SubUnits.Single(unit => unit.HeadPost == post).Code == sub.SubUnit)
            .Sum(sub => sub.Ceiling);

    private static (PostFollow Follow, PostOrders Orders) Follow(SmallOffice office, FontLibrary fonts)
    {
        var orders = new PostOrders(office.Storage, office.Clock);
        var drafts = Drafts(office, fonts);
        var follow = new PostFollow(
            orders,
            drafts,
            office.Records,
            new SuperiorAgreements(office.Storage, office.Plans, office.Records, orders, office.Clock),
            new AgreementLetters(office.Storage, office.Dispatcher, office.Clock),
            new PostDesk(orders, drafts, office.Dispatcher, office.Clock),
            office.Vault,
            office.Clock
        );
        return (follow, orders);
    }

    private static async Task HeadInForceAsync(SmallOffice office, BudgetRevision? revision)
    {
        var plan = await office.Plans.PlanAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        var snapshot = AgreementDrafting.Draft(plan, revision, null, new DateOnly(2024, 1, 2));
        await PutAsync(office, snapshot, new AgreementRecord("", "", snapshot.Terms.SignedOn, []));
    }

    private static async Task InForceAsync(SmallOffice office, string post, PostOrders orders)
    {
        using var fonts = new FontLibrary();
        await orders.TryKeepAsync(new OfficeYear(office.Unit, 2024), new PostOrder(post, 0), Cancellation);
        var draft = await Drafts(office, fonts).MakeAsync(Subject(office, post), Cancellation);
        var snapshot = SakipJson.Read<AgreementSnapshot>(
            await office.Vault.SnapshotAsync(draft.Document!.SnapshotHash, Cancellation)
        );
        await PutAsync(
            office,
            snapshot,
            new AgreementRecord("", "", snapshot.Terms.SignedOn, [])
            {
                Annex = PostAnnex.Of(snapshot).Hash(),
                Holder = snapshot.FirstParty.Official,
            }
        );
    }

    private static async Task PutAsync(SmallOffice office, AgreementSnapshot snapshot, AgreementRecord record) =>
        await office.Records.PutInForceAsync(
            snapshot,
            record with
            {
                SnapshotHash = await office.Vault.KeepSnapshotAsync(SakipJson.Bytes(snapshot), Cancellation),
            },
            Cancellation
        );

    private Task<SmallOffice> OpenAsync(string unit) => SmallOffice.OpenAsync(emulated, unit);

    private static AgreementSubject Subject(SmallOffice office, string post) =>
        new(new OfficeYear(office.Unit, 2024), 0, post);

    private static Task<ApprovalSchedule> AskAsync(SmallOffice office, ApprovalKind kind, string post) =>
        office.AskAsync(kind, Subject(office, post));

    private static PostDrafts Drafts(SmallOffice office, FontLibrary fonts) =>
        new(
            office.Plans,
            office.Records,
            new PostOrders(office.Storage, office.Clock),
            new AgreementPapers(office.Vault, new PdfWriter(fonts), SignatureNote.Plain),
            office.Clock
        );

    private static async Task DraftAsync(SmallOffice office, string post)
    {
        using var fonts = new FontLibrary();
        var subject = Subject(office, post);
        var draft = await Drafts(office, fonts).MakeAsync(subject, Cancellation);
        var change = new SubjectChange(subject, "draft:1", office.Clock.GetUtcNow())
            .By(Actor.System, AuditAction.DraftAgreement, draft.Hash)
            .Set(
                new StateRow
                {
                    State = nameof(AgreementState.Approved),
                    Hash = draft.Hash,
                    Revision = 1,
                    Body = SakipJson.Text(draft.Document!),
                }
            );
        await office.Dispatcher.CommitAsync(change, null, Cancellation);
    }

    private static async Task FollowAsync(SmallOffice office)
    {
        var year = new OfficeYear(office.Unit, 2024);
        await new AgreementLetters(office.Storage, office.Dispatcher, office.Clock).FollowAsync(
            await office.Plans.PlanAsync(year, Cancellation),
            await office.Storage.WaitingAsync(year, Cancellation),
            Cancellation
        );
    }

    private static async Task<List<OpenedLink>> OpenLinksAsync(SmallOffice office)
    {
        var year = new OfficeYear(office.Unit, 2024);
        var row = (await office.Storage.WaitingAsync(year, Cancellation))[0];
        var subject = Sakip.Storage.Subject.Parse(row.Subject)!;
        var rows = await SubjectRows.ReadAsync(office.Storage, Keys.Partition(subject), Cancellation);
        var link = await office.Door.OpenAsync(
            subject,
            rows,
            rows.Approval(row.Step, row.Attempt)!,
            null,
            Cancellation
        );
        return [.. await office.Several.OpenAsync(link, Cancellation)];
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();
}
