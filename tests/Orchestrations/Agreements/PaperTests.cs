using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Documents;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Agreements;

/// <summary>What is printed and signed by hand in an office that signs by BSrE says nothing of BSrE.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class PaperTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task What_is_signed_in_ink_is_the_same_agreement_without_the_sentence_of_BSrE()
    {
        var office = await SmallOffice.OpenAsync(emulated, "kertas-bsre");
        var draft = await DraftAsync(office, SignatureNote.Bsre);
        var paper = draft.Document!.PaperHash!;

        var shown = await PagesAsync(office, draft.Hash!);
        var printed = await PagesAsync(office, paper);

        Assert.All(shown, page => Assert.Contains("(BSrE)", page, StringComparison.Ordinal));
        Assert.All(printed, page => Assert.DoesNotContain("BSrE", page, StringComparison.Ordinal));
        Assert.Equal(shown.Count, printed.Count);
    }

    [Fact]
    public async Task A_scan_names_the_paper_that_was_signed_and_the_next_signer_prints_the_scan()
    {
        var office = await SmallOffice.OpenAsync(emulated, "pindai-bsre");
        var draft = await DraftAsync(office, SignatureNote.Bsre);
        var paper = draft.Document!.PaperHash!;
        await office.Dispatcher.CommitAsync(
            new SubjectChange(office.Agreement, "draft:1", office.Clock.GetUtcNow())
                .By(Actor.System, AuditAction.DraftAgreement)
                .Set(
                    new StateRow
                    {
                        State = nameof(AgreementState.Draft),
                        Hash = draft.Hash,
                        Revision = 1,
                        Body = SakipJson.Text(draft.Document),
                    }
                ),
            null,
            Cancellation
        );
        await office.AskAsync(ApprovalKind.FirstPartySignature);
        var link = (await office.ReadAsync(office.Letters.Last))!;
        Assert.Equal((draft.Hash, paper), (link.Approval.DocumentHash, link.PaperHash));

        var signed = await office.Signing.SignAsync(
            link,
            new DecisionRequest(Decision.Signed, null, null)
            {
                Scan = [new ScanPage(await office.Vault.DocumentAsync(paper, Cancellation))],
            },
            office.Clock.GetUtcNow(),
            Cancellation
        );

        Assert.Null(signed.State.PaperHash);
        Assert.Equal(signed.Hash, Assert.Single(signed.State.Signatures).DocumentHash);
        var register = new DocumentRegister(office.Storage, office.Clock);
        Assert.Equal(office.Agreement, (await register.FindAsync(paper, Cancellation))?.Subject);
    }

    [Theory]
    [InlineData("kertas-biasa", false, true)]
    [InlineData("tanpa-kertas", true, false)]
    public async Task Where_nobody_needs_it_nothing_more_is_kept(string unit, bool isBsre, bool allowsInk)
    {
        var office = await SmallOffice.OpenAsync(
            emulated,
            unit,
            plan => plan with { Agreement = plan.Agreement with { AllowWetInk = allowsInk } }
        );

        Assert.Null((await DraftAsync(office, isBsre ? SignatureNote.Bsre : SignatureNote.Plain)).Document!.PaperHash);
    }

    private static async Task<DraftedAgreement> DraftAsync(SmallOffice office, SignatureNote note)
    {
        using var fonts = new FontLibrary();
        var papers = new AgreementPapers(office.Vault, new PdfWriter(fonts), note);
        var drafts = new AgreementDrafts(
            office.Storage,
            office.Plans,
            office.Records,
            office.Orders,
            papers,
            new PostDrafts(
                office.Plans,
                office.Records,
                new PostOrders(office.Storage, office.Clock),
                papers,
                office.Clock
            ),
            office.Clock
        );
        return await drafts.MakeAsync((AgreementSubject)office.Agreement, [], Cancellation);
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(SmallOffice office, string hash) =>
        Printed.PagesOf(await office.Vault.DocumentAsync(hash, Cancellation));
}
