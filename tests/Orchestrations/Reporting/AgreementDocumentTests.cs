using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Tests.Orchestrations.Documents;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Reporting;

public class AgreementDocumentTests
{
    private static readonly Document First = AgreementDocument.Build(Sample.Plan, SampleReport.First, SampleReport.At);

    private static readonly Document Revised = AgreementDocument.Build(
        Sample.Plan,
        SampleReport.Revised,
        SampleReport.At
    );

    [Fact]
    public void The_first_agreement_has_the_annexs_targets_and_amounts()
    {
        var text = SampleReport.TextOf(First);
        Assert.All(
            ["87%", "60%", "525.774.880", "101.698.480", "2.061.662.050", "963.091.000", "3.652.226.410"],
            figure => Assert.Contains(figure, text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("menggantikan", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_revision_names_its_predecessor_and_its_reason()
    {
        var text = SampleReport.TextOf(Revised);
        Assert.Contains("PERJANJIAN KINERJA PERUBAHAN KE-1 TAHUN 2024", text, StringComparison.Ordinal);
        Assert.Contains("menggantikan Perjanjian Kinerja Tahun 2024", text, StringComparison.Ordinal);
        Assert.Contains("3.639.196.510", text, StringComparison.Ordinal);
        Assert.Contains("56%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_parties_have_a_place_to_sign_on_the_statement_page()
    {
        var block = Assert.Single(First.Sections[0].Blocks.OfType<SignatureBlock>());
        Assert.Equal(
            [AgreementDocument.SecondSlot, AgreementDocument.FirstSlot],
            block.Parties.Select(party => party.Slot)
        );
        Assert.Equal("Denpasar, 5 Januari 2024", block.PlaceAndDate);
        Assert.Contains("NIP. 19900101 201501 1 001", block.Parties[1].IdentityLines);
    }

    [Fact]
    public void Staff_targets_are_the_agreements_own_so_that_they_cannot_drift()
    {
        Assert.Contains("60 persen", SampleReport.TextOf(First), StringComparison.Ordinal);
        Assert.Contains("56 persen", SampleReport.TextOf(Revised), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "60 persen",
            SampleReport.TextOf(Revised).Split("SASARAN KINERJA PEGAWAI")[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_BSrE_signs_says_so_on_every_page_and_nothing_else_does()
    {
        const string Said = "diterbitkan oleh Balai Besar Sertifikasi Elektronik";
        var signed = AgreementDocument.Build(
            Sample.Plan,
            SampleReport.First,
            SampleReport.At,
            note: SignatureNote.Bsre
        );

        Assert.All(
            Printed.Of(signed).Pages,
            page => Assert.Contains(Said, page.ReplaceLineEndings(" "), StringComparison.Ordinal)
        );
        Assert.All(Printed.Of(First).Pages, page => Assert.DoesNotContain("BSrE", page, StringComparison.Ordinal));
        Assert.DoesNotContain(
            "BSrE",
            AgreementDocument
                .Build(Sample.Plan, SampleReport.First, SampleReport.At, draft: true, SignatureNote.Bsre)
                .Info.FooterNote,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_annual_report_that_BSrE_signs_says_so_on_every_page_its_cover_included()
    {
        var printed = Printed.Of(AnnualReportDocument.Build(SampleReport.Data, note: SignatureNote.Bsre));

        Assert.All(printed.Pages, page => Assert.Contains("(BSrE)", page, StringComparison.Ordinal));
        Assert.Empty(printed.Stray);
    }
}
