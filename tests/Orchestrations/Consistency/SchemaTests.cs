using System.Reflection;
using System.Text;
using System.Text.Json;
using Sakip.Consistency;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>The published schema, the reader and the records say the same.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(PrintedReportReader.Schema()).RootElement;

    [Theory]
    [InlineData("laporan.json")]
    [InlineData("laporan-diperbaiki.json")]
    public void The_transcriptions_are_of_the_schema(string file)
    {
        var read = PrintedReportReader.Read(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", file))
        );
        Assert.Empty(read.Problems);
        Assert.NotNull(read.Report);
    }

    [Fact]
    public void Every_property_of_the_records_is_in_the_schema_and_none_is_else()
    {
        foreach (
            var (definition, type) in new (string?, Type)[]
            {
                (null, typeof(PrintedReport)),
                ("period", typeof(PrintedPeriod)),
                ("entry", typeof(PrintedEntry)),
                ("section", typeof(PrintedSection)),
                ("block", typeof(PrintedBlock)),
                ("table", typeof(PrintedTable)),
                ("column", typeof(PrintedColumn)),
                ("row", typeof(PrintedRow)),
                ("agreement", typeof(PrintedAgreement)),
                ("target", typeof(PrintedTarget)),
                ("amount", typeof(PrintedAmount)),
                ("staffTarget", typeof(PrintedStaffTarget)),
                ("official", typeof(PrintedOfficial)),
            }
        )
        {
            var rule = definition is null ? Schema : Schema.GetProperty("$defs").GetProperty(definition);
            var published = rule.GetProperty("properties")
                .EnumerateObject()
                .Select(one => one.Name)
                .Where(name => name != "$schema")
                .Order(StringComparer.Ordinal);
            var own = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name))
                .Order(StringComparer.Ordinal);
            Assert.Equal(own, published);
        }
    }

    [Fact]
    public void Every_kind_role_and_level_is_in_the_schema()
    {
        Assert.Equal(Names<SectionKind>(), Enum("section", "kind"));
        Assert.Equal(Names<ColumnRole>(), Enum("column", "role"));
        Assert.Equal(Names<RowLevel>(), Enum("row", "level"));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var report = PrintedReportReader
            .Read(
                File.ReadAllBytes(
                    Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", "laporan.json")
                )
            )
            .Report!;
        var written = PrintedReportReader.Write(report);
        var again = PrintedReportReader.Read(Encoding.UTF8.GetBytes(written));
        Assert.Empty(again.Problems);
        Assert.Equal(written, PrintedReportReader.Write(again.Report!));
    }

    [Theory]
    [InlineData("{", "baris 1 kolom 2", "bukan JSON")]
    [InlineData("[]", "(seluruhnya)", "harus objek, bukan daftar")]
    [InlineData("{}", "title", "wajib diisi")]
    [InlineData(
        """{"title":"a","office":"b","year":"2024","sections":[{"heading":"c","level":1}]}""",
        "year",
        "harus bilangan bulat"
    )]
    [InlineData("""{"title":"a","office":"b","year":2024,"sections":[]}""", "sections", "tidak boleh kosong")]
    [InlineData(
        """{"title":"a","office":"b","year":2024,"sections":[{"heading":"c","level":1,"isi":[]}]}""",
        "sections[0].isi",
        "tidak dikenal"
    )]
    [InlineData(
        """{"title":"a","office":"b","year":2024,"sections":[{"heading":"c","level":1,"blocks":[{}]}]}""",
        "sections[0].blocks[0]",
        "tepat satu"
    )]
    [InlineData(
        """{"title":"a","office":"b","year":2024,"sections":[{"heading":"c","level":1,"blocks":[{"table":{"columns":[{"heading":"d","role":"target"}],"rows":[{"cells":[1]}]}}]}]}""",
        "sections[0].blocks[0].table.rows[0].cells[0]",
        "harus teks"
    )]
    [InlineData(
        """{"title":"a","office":"b","year":2024,"sections":[{"heading":"c","level":1}],"agreements":[{"revision":0,"signedOn":"2 Januari","indicators":[],"programmes":[]}]}""",
        "agreements[0].signedOn",
        "harus tanggal"
    )]
    [InlineData(
        """{"title":"a","office":"b","year":2024,"sections":[{"heading":"c","level":1}],"period":{"name":"R","startYear":2026,"endYear":2024}}""",
        "period.endYear",
        "lebih kecil"
    )]
    public void What_is_wrong_is_named_by_its_path(string json, string path, string problem)
    {
        var read = PrintedReportReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(read.Report);
        Assert.Contains(
            read.Problems,
            one => one.Path == path && one.Problem.Contains(problem, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => System.Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static IEnumerable<string?> Enum(string definition, string property) =>
        Schema
            .GetProperty("$defs")
            .GetProperty(definition)
            .GetProperty("properties")
            .GetProperty(property)
            .GetProperty("enum")
            .EnumerateArray()
            .Select(one => one.GetString());
}
