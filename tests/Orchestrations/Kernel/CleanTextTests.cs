using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Planning;
using Sakip.Tests.Orchestrations.Workbooks;
using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Kernel;

/// <summary>What may not stand in a text is gone at the door, whichever door it comes through.</summary>
public sealed class CleanTextTests
{
    public static TheoryData<string, string> Texts =>
        new()
        {
            { "Biro\u0001 Organisasi\u0000", "Biro Organisasi" },
            { "a\u000Bb\u001Bc\u007Fd\u0085e", "abcde" },
            { "satu\r\ndua\rtiga\nempat\tlima", "satu\ndua\ntiga\nempat\tlima" },
            { "\uFFFE\uFFFFa\uFDD0\uFDEF", "a" },
            { "\U0001FFFEb\U0010FFFF", "b" },
            { "a\uD800b\uDC00", "ab" },
            { "nama\u202Egpj.exe\u2066\u2069\u202A", "namagpj.exe" },
            { "Ni Luh Ayu, S.Kom. – é 😀 عربي \u200F\u200B", "Ni Luh Ayu, S.Kom. – é 😀 عربي \u200F\u200B" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_freed_of_what_no_text_has(string given, string clean) =>
        Assert.Equal(clean, CleanText.Of(given));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_json_text_is_freed_as_well_escaped_or_not(string given, string clean)
    {
        var escaped = string.Concat(given.Select(letter => $"\\u{(int)letter:X4}"));

        Assert.Equal(
            clean.Replace("\n\n", "\n", StringComparison.Ordinal),
            Read($"[\"{escaped}\"]").Replace("\n\n", "\n", StringComparison.Ordinal)
        );
        Assert.Equal("tetap \\u0001", Read("[\"tetap \\\\u0001\"]"));
        Assert.Equal("[1,\r\n2]", CleanText.OfJson("[1,\r\n2]"));

        static string Read(string json) => JsonSerializer.Deserialize<string[]>(CleanText.OfJson(json))![0];
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_body_of_the_api_comes_in_clean(string given, string clean)
    {
        var body = $"{{\"{nameof(Dto.Text)}\":\"{string.Concat(given.Select(letter => $"\\u{(int)letter:X4}"))}\"}}";
        if (given.Contains('\uD800', StringComparison.Ordinal))
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dto>(body, SakipJson.Incoming));
            return;
        }

        Assert.Equal(TidyText.Block(clean), JsonSerializer.Deserialize<Dto>(body, SakipJson.Incoming)!.Text);
    }

    [Fact]
    public void Every_text_of_a_plan_comes_in_clean()
    {
        var json = JsonNode.Parse(CanonicalJson.Serialize(Sample.Plan))!;
        var dirtied = 0;
        Dirty(json, ref dirtied);

        var reading = PlanReader.Read(json.ToJsonString());

        Assert.True(dirtied > 10);
        Assert.Empty(reading.Errors);
        Assert.Equal(CanonicalJson.Serialize(Sample.Plan), CanonicalJson.Serialize(reading.Value!));
    }

    [Theory]
    [InlineData("<row><c t=\"inlineStr\"><is><t>Bi_x0001_ro_x000B_\u202E</t></is></c></row>")]
    [InlineData("<row><c t=\"str\"><v>Bi_x0000_ro\u2066_xD800_</v></c></row>")]
    public void A_cell_comes_in_clean(string row) => Assert.Equal("Biro", Books.Rows(Books.OfSheet(row))[0][1].Text);

    [Fact]
    public void The_name_of_a_file_comes_in_clean() =>
        Assert.Equal("laporan.pdf", EvidenceRules.CleanName("C:\\x\\lapo\u0000ran\u202E\uFFFF.pdf"));

    [Fact]
    public void A_title_with_a_control_character_leaves_a_workbook_that_opens()
    {
        var file = WorkbookWriter.Write(new WorkbookContent("Biro\u000B Organisasi\u0001", [], []));
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry("docProps/core.xml")!.Open();
        var properties = new XmlDocument();

        properties.Load(part);

        Assert.Contains("Biro Organisasi", properties.InnerText, StringComparison.Ordinal);
    }

    private static void Dirty(JsonNode node, ref int count)
    {
        foreach (var (key, value) in node is JsonObject entries ? entries.ToList() : [])
        {
            if (
                value is JsonValue text
                && text.TryGetValue<string>(out var found)
                && key is "name" or "title" or "place"
            )
            {
                node[key] = "\u0001\u202E" + value!.GetValue<string>() + "\u0000\uFFFF";
                count++;
            }
            else if (value is JsonObject or JsonArray)
            {
                Dirty(value, ref count);
            }
        }

        foreach (var item in node is JsonArray items ? items.ToList() : [])
            Dirty(item!, ref count);
    }

    private sealed record Dto(string Text);
}
