using System.Text.Json.Nodes;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Names, numbers and addresses as they come out of decrees and documents.</summary>
public sealed class PastedTextTests
{
    [Fact]
    public void Numbers_of_officials_as_decrees_print_them_are_read()
    {
        var reading = PlanFile.Read(Case("x01-nip-berspasi-8-6-1-3.xlsx"), Sample.Checks);

        Assert.Empty(reading.Errors);
        Assert.All(reading.Plan!.Officials, official => Assert.Matches("^[0-9]{18}$", official.Nip));
        Assert.Equal(reading.Plan.Officials.Count, reading.Cleaned.Count);
        Assert.All(reading.Cleaned, one => Assert.Equal(("Pegawai", "NIP"), (one.Cell!.Sheet, one.Cell.Heading)));
    }

    [Fact]
    public void Spaces_and_breaks_that_came_with_a_name_are_taken_out_and_told_at_their_cells()
    {
        var reading = PlanFile.Read(Case("x08-nama-berspasi-dan-baris-baru.xlsx"), Sample.Checks);

        Assert.Empty(reading.Errors);
        Assert.Contains(reading.Plan!.Officials, official => official.Name == "Contoh Satu Wijaya");
        Assert.Contains(reading.Plan.Posts, post => post.Name == "Kepala Biro Organisasi Setda Provinsi Bali");
        var cleaned = Assert.Single(reading.Cleaned, one => one.Cell!.Sheet == "Jabatan");
        Assert.Equal("Nama jabatan", cleaned.Cell!.Heading);
        Assert.Equal(
            "dibersihkan: ganti baris, spasi di tepi, spasi ganda. Menjadi \"Kepala Biro Organisasi Setda Provinsi Bali\".",
            cleaned.Message
        );
    }

    [Fact]
    public void Json_is_tidied_as_a_workbook_is_and_told_by_its_paths()
    {
        var plan = JsonNode.Parse(Sample.PlanJson)!;
        plan["officials"]![0]!["nip"] = "'19900101 201501 1 777";
        plan["officials"]![1]!["email"] = " orang.baru@contoh.example\u00A0";
        plan["posts"]![0]!["name"] = "Kepala\u00A0 Biro\r\nOrganisasi";
        plan["report"]!["narratives"]![0]!["body"] = "Alinea satu. \r\n\r\nAlinea\u200B dua.";
        plan["budget"]!["programmes"]![0]!["name"] = "PROGRAM  PERTAMA\n";

        var reading = PlanFile.Read(System.Text.Encoding.UTF8.GetBytes(plan.ToJsonString()), Sample.Checks);

        Assert.Empty(reading.Errors);
        Assert.Equal("199001012015011777", reading.Plan!.Officials[0].Nip);
        Assert.Equal("orang.baru@contoh.example", reading.Plan.Officials[1].Email);
        Assert.Equal("Kepala Biro Organisasi", reading.Plan.Posts[0].Name);
        Assert.Equal("Alinea satu.\n\nAlinea dua.", reading.Plan.Report.Narratives[0].Body);
        Assert.Equal("PROGRAM PERTAMA", reading.Plan.Budget.Programmes[0].Name);
        Assert.Equal(
            [
                "$.budget.programmes[0].name",
                "$.officials[0].nip",
                "$.officials[1].email",
                "$.posts[0].name",
                "$.report.narratives[0].body",
            ],
            reading.Cleaned.Select(one => one.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_sample_needs_no_cleaning()
    {
        Assert.Empty(PlanFile.Read(System.Text.Encoding.UTF8.GetBytes(Sample.PlanJson), Sample.Checks).Cleaned);
        Assert.Empty(PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(Sample.Plan, [])), Sample.Checks).Cleaned);
    }

    [Theory]
    [InlineData("#199001012015011000", "Ditulis sebagai angka (199001012015011000)")]
    [InlineData("#1.99001012015011E+17", "Ditulis sebagai angka (1.99001012015011E+17)")]
    [InlineData("1,99001E+17", "NIP \"1,99001E+17\" memuat 8 angka, seharusnya 18 angka.")]
    [InlineData("19900101 201501 1 00", "NIP \"19900101201501100\" memuat 17 angka, seharusnya 18 angka.")]
    public void A_number_that_lost_digits_is_refused_with_the_way_out(string typed, string said)
    {
        var book = ChangedBook.With(PlanWorkbook.Write(Sample.Plan, []), "Pegawai", "E3", typed);

        var error = Assert.Single(PlanWorkbook.Read(new MemoryStream(book), Sample.Checks).Errors);

        Assert.StartsWith(said, error.Message, StringComparison.Ordinal);
        Assert.Equal("lembar Pegawai, baris 3, kolom E (NIP)", error.Cell!.ToString());
    }

    [Fact]
    public void What_was_signed_before_texts_were_tidied_may_be_handed_in_again()
    {
        var stored = Sample.Plan with
        {
            Budget = Sample.Plan.Budget with { Number = Sample.Plan.Budget.Number + "  " },
        };

        Assert.Empty(PlanChangeRules.Check(stored, Sample.Plan, signed: true));
        Assert.NotEmpty(
            PlanChangeRules.Check(
                stored,
                Sample.Plan with
                {
                    Budget = Sample.Plan.Budget with { Number = "lain" },
                },
                signed: true
            )
        );
    }

    private static byte[] Case(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Planning", "Cases", name));
}
