namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Files from which no spending can be read: each refusal says what was read, what is wanted and the way out.</summary>
public sealed class SpendingRefusalTests
{
    [Theory]
    [InlineData("%PDF-1.7 …", "Berkas ini PDF", "Ekspor dari sistem keuangan")]
    [InlineData(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
        "lembar kerja XML",
        "simpan sebagai Buku Kerja Excel"
    )]
    [InlineData(
        "<table><script>alert(1)</script><tr><td>kode<td>realisasi</table>",
        "skrip",
        "simpan sebagai Buku Kerja Excel"
    )]
    [InlineData("nama;alamat;telepon\nBudi;Jalan;123", "\"nama\", \"alamat\"", "templat di halaman Anggaran")]
    [InlineData("kode;realisasi\n9.9.9;100\n8.8.8;5", "\"9.9.9\", \"8.8.8\"", "samakan kodenya")]
    [InlineData(
        "kode;realisasi fisik (%);sisa realisasi\nI.A.1;20;5",
        "\"realisasi fisik (%)\" (persen)",
        "s.d. 31 Maret 2024 (Rp)"
    )]
    [InlineData("kode;uraian;realisasi\nI.A.1;satu;segini", "\"segini\" bukan angka", "1.234.567")]
    [InlineData("kode;realisasi\nI.A.1;-5", "negatif", "Periksa pengembalian")]
    [InlineData("kode;realisasi\nI.A.1;500.000-", "\"500.000-\" dapat berarti", "Tulis (500.000) untuk pengembalian")]
    [InlineData("", "kosong", "tidak ada isinya")]
    public void A_refusal_says_what_was_read_and_the_way_out(string text, string read, string wayOut)
    {
        var error = SpendingFile.Read(text).Errors[0].Message;

        Assert.Contains(read, error, StringComparison.Ordinal);
        Assert.Contains(wayOut, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<table><tr><td>")]
    [InlineData("<b>")]
    [InlineData("<div ")]
    [InlineData("<a b c d=e ")]
    [InlineData("&amp;")]
    [InlineData("\"")]
    [InlineData("kode;realisasi\n")]
    [InlineData("(1.")]
    public void A_file_made_to_be_slow_is_read_or_refused_all_the_same(string part)
    {
        var text =
            (part[0] == '<' ? "<table>" : "kode;realisasi\nI.A.1;")
            + string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        var reading = SpendingFile.Read(text);

        Assert.True(reading.Realisation is not null || reading.Errors.Count + reading.Questions.Count > 0);
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_file_it_is_read_or_refused()
    {
        var file = SpendingFile.Case("b04-tabel-html-berakhiran.xls");
        for (var at = 0; at < file.Length; at += 111)
        {
            var cut = SpendingFile.Read(
                SpendingFile.Import([.. file[..at], .. file[Math.Min(file.Length, at + 61)..]])
            );

            Assert.True(cut.Realisation is not null || cut.Errors.Count + cut.Questions.Count > 0);
        }
    }
}
