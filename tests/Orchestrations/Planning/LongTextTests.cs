using System.Text;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class LongTextTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Uraian panjang 😀. ", 2_200)).Trim();

    [Fact]
    public void A_narrative_of_forty_thousand_letters_is_refused_with_the_page_s_limit()
    {
        var file = File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Planning", "Cases", "d02-narasi-41-ribu-huruf.json")
        );

        var error = Assert.Single(PlanFile.Read(file, Sample.Checks).Errors);

        Assert.Equal("$.report.narratives[0].body", error.Path);
        Assert.StartsWith("Terlalu panjang: 41.1", error.Message, StringComparison.Ordinal);
        Assert.Contains("paling banyak 20.000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_longer_than_the_pages_take_is_refused_at_its_cell()
    {
        var plan = Sample.Plan with { Unit = Sample.Plan.Unit with { Address = new string('a', 501) } };

        var error = Assert.Single(
            PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, [])), Sample.Checks).Errors
        );

        Assert.Equal("lembar Umum, baris 8, kolom B (Alamat)", error.Cell!.ToString());
        Assert.StartsWith("Terlalu panjang: 501 huruf, paling banyak 500.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_text_that_no_cell_can_hold_is_exported_in_pieces_and_read_back_as_one()
    {
        var narratives = Sample.Plan.Report.Narratives.ToList();
        narratives[1] = narratives[1] with { Body = Long };
        var plan = Sample.Plan with { Report = Sample.Plan.Report with { Narratives = narratives } };

        var reading = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, [])), Sample.Checks);

        // Nothing else is wrong with it, and the length is that of the whole.
        var error = Assert.Single(reading.Errors);
        Assert.Contains(
            $"{Long.Length / 1000}.{Long.Length % 1000:000} huruf",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("lembar Narasi, baris 3, kolom D (Isi)", error.Cell!.ToString());
        Assert.DoesNotContain(
            reading.Warnings,
            warning => warning.Message.Contains("lanjutan", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Pieces_cut_no_character_in_two_and_lose_none()
    {
        var pieces = Sakip.Workbooks.CellText.Pieces(Long);

        Assert.Equal(Long, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.True(piece.Length <= Sakip.Workbooks.CellText.Longest));
        Assert.All(
            pieces,
            piece => Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(piece)))
        );
    }
}
