using Sakip.Collection;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Documents;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>Workbooks go through other programs and come back.</summary>
public sealed class OtherProgramsTests
{
    private static readonly byte[] Exported = PlanWorkbook.Write(Sample.Plan, [Sample.Revision]);

    private static readonly FormContent Form = new(
        "biro/2024/q1/satu/r1",
        "Laporan triwulan I",
        [],
        [new FormSection("Indikator", [], [new FormCell("indikator.a.nilai", "Nilai", FormCellKind.Number, "53,25")])]
    );

    [Theory]
    [InlineData("exceljs")]
    [InlineData("xlsx")]
    public async Task The_plan_s_workbook_is_read_by_other_programs(string program)
    {
        var sheets = await OtherPrograms.ReadAsync(program, Exported);

        var rows = sheets["Pegawai"]!.AsArray();
        Assert.Equal(Sample.Plan.Officials.Count + 1, rows.Count);
        Assert.Equal(Sample.Plan.Officials[0].Nip, rows[1]![4]!.GetValue<string>());
        Assert.Equal(
            PlanSheets.All.Select(sheet => sheet.Name).Where(name => name != SheetNames.Others),
            sheets.Select(sheet => sheet.Key).Where(name => name != SheetNames.Instructions)
        );
    }

    [Theory]
    [InlineData("exceljs")]
    [InlineData("xlsx")]
    public async Task What_other_programs_save_is_read_back_without_loss(string program)
    {
        var saved = await OtherPrograms.SaveAsync(program, Exported);

        AssertSame(saved);
    }

    [Fact]
    public async Task What_LibreOffice_saves_is_read_back_without_loss() =>
        AssertSame(await LibreOffice.SaveAgainAsync(Exported));

    [Theory]
    [InlineData("Google Sheets")]
    [InlineData("WPS")]
    [InlineData("Excel, strict")]
    [InlineData("Excel for Mac, from 1904")]
    [InlineData("OpenXML SDK")]
    [InlineData("a program without styles and names of cells")]
    public void In_whatever_way_a_program_writes_the_same_cells_plan_and_form_are_read(string program)
    {
        AssertSame(SavedElsewhere.By(program, Exported));

        var form = SubmissionWorkbook.Write(Form);
        var saved = program.StartsWith("Excel", StringComparison.Ordinal) ? form : SavedElsewhere.By(program, form);
        var reading = SubmissionWorkbook.Read(new MemoryStream(saved), Form);
        Assert.Empty(reading.Errors);
        Assert.Equal("53,25", reading.Form["indikator.a.nilai"]);
    }

    [Theory]
    [InlineData("exceljs")]
    [InlineData("xlsx")]
    public async Task A_form_filled_in_by_another_program_is_read(string program)
    {
        var saved = await OtherPrograms.SaveAsync(program, SubmissionWorkbook.Write(Form));

        var reading = SubmissionWorkbook.Read(new MemoryStream(saved), Form);
        Assert.Empty(reading.Errors);
        Assert.Equal("53,25", reading.Form["indikator.a.nilai"]);
    }

    private static void AssertSame(byte[] saved)
    {
        var reading = PlanWorkbook.Read(new MemoryStream(saved), Sample.Checks);

        Assert.True(reading.Succeeded, string.Join("\n", reading.Errors.Take(20)));
        Assert.Empty(reading.Cleaned);
        Assert.Equal(PlanWriter.Write(Sample.Plan), PlanWriter.Write(reading.Plan!));
        Assert.Equal(PlanWriter.Write(Sample.Revision), PlanWriter.Write(Assert.Single(reading.Revisions)));
    }
}
