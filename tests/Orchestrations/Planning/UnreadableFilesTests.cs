using System.Text;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Workbooks;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Files that no door can read: each is answered in words, with the way out, and nothing is thrown.</summary>
public sealed class UnreadableFilesTests
{
    private static readonly byte[] Whole = PlanWorkbook.Write(Sample.Plan, []);

    public static TheoryData<string, byte[], string> Files =>
        new()
        {
            { "half a workbook", Whole[..(Whole.Length / 2)], "rusak atau tidak lengkap" },
            { "a page named .xls", Text("\uFEFF<html><table><tr><td>1"), "HTML atau XML yang diberi nama Excel" },
            { "a print", Text("%PDF-1.4\n%âãÏÓ"), "PDF, bukan buku kerja" },
            { "a photograph", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70], "gambar, bukan buku kerja" },
            { "columns with semicolons", Text("Kode;Nama;NIP\np01;Satu;1990"), "teks biasa (misalnya CSV)" },
            {
                "a workbook of somebody else's",
                Books.OfSheet("<row><c t=\"inlineStr\"><is><t>Daftar hadir</t></is></c></row>"),
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_plan_s_door_says_what_a_file_is_and_what_to_do(string what, byte[] file, string said)
    {
        var reading = PlanFile.Read(file, Sample.Checks);

        Assert.Null(reading.Plan);
        Assert.NotEmpty(reading.Errors);
        Assert.Contains(said, reading.Errors[0].Message, StringComparison.Ordinal);
        Assert.All(reading.Errors, error => Assert.False(string.IsNullOrWhiteSpace(error.Message), what));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_budget_s_door_says_so_as_well(string what, byte[] file, string said)
    {
        var reading = PlanFile.ReadRevision(file, Sample.Plan, Sample.Plan.Budget);

        Assert.Null(reading.Value);
        Assert.Contains(said, reading.Errors[0].Message, StringComparison.Ordinal);
        Assert.All(reading.Errors, error => Assert.False(string.IsNullOrWhiteSpace(error.Message), what));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_form_s_door_says_so_as_well(string what, byte[] file, string said)
    {
        var form = new FormContent("biro/2024/q1/satu/r1", "Laporan", [], []);

        var error = Assert.Single(SubmissionWorkbook.Read(new MemoryStream(file), form).Errors);

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains("unggah kembali", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData("half a workbook", "rusak atau tidak lengkap", "")]
    [InlineData("a print", "Berkas ini PDF", "unggah kembali")]
    [InlineData("a photograph", "bukan buku kerja", "unggah kembali")]
    [InlineData("columns with semicolons", "Baris judul tidak ditemukan", "unggah kembali")]
    [InlineData("a workbook of somebody else's", "Baris judul tidak ditemukan", "unggah kembali")]
    public void The_doors_of_the_finance_system_s_files_say_so_as_well(string what, string said, string wayOut)
    {
        var file = Files.Select(row => row.Data).Single(row => row.Item1 == what).Item2;

        var spending = SpendingFile.Read(SpendingFile.Import(file)).Errors[0].Message;
        var list = BudgetListFile.Read(new BudgetListImport(file, "a"), Sample.Plan, []).Errors[0].Message;

        Assert.All(
            [spending, list],
            message =>
            {
                Assert.Contains(said, message, StringComparison.Ordinal);
                Assert.Contains(wayOut, message, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("%PDF-1.4", "baris 1 kolom 1", "Serahkan dokumen Word")]
    [InlineData("{\"title\": \"Laporan\",", "baris 1", "Serahkan dokumen Word")]
    [InlineData("", "baris 1 kolom 1", "Serahkan dokumen Word")]
    public void The_door_of_reports_says_where_it_broke_off_and_what_to_do(string text, string where, string wayOut)
    {
        var problem = Assert.Single(PrintedReportReader.Read(Text(text)).Problems);

        Assert.StartsWith(where, problem.Path, StringComparison.Ordinal);
        Assert.Contains(wayOut, problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"year\": 2024,", "periksa baris 1")]
    [InlineData("{\"year\": 2024, \"year\": 2025}", "dua kali")]
    [InlineData("[1, 2, 3]", "Diharapkan objek")]
    [InlineData("{\"year\": \"dua ribu\"}", "Diharapkan bilangan bulat")]
    public void Json_that_is_no_plan_is_answered_with_where_and_what_is_wanted(string json, string said) =>
        Assert.Contains(
            PlanFile.Read(Text(json), Sample.Checks).Errors,
            error => error.Message.Contains(said, StringComparison.Ordinal)
        );

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
