using System.Text;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Other files of the same kinds: exports of e-monev and SIPD, LRA sheets, and sheets made by hand.</summary>
public sealed class SpendingKindTests
{
    [Theory]
    // Headings of two rows without merged cells, a row that numbers the columns, sums of the levels above and a footer.
    [InlineData(
        "LAPORAN REALISASI FISIK DAN KEUANGAN;;;;;\nPosisi s.d. 31 Maret 2024;;;;;\nKode;Uraian;Pagu;Realisasi;;\n;;;Fisik (%);Keuangan (Rp);%\n1;2;3;4;5;6=5/3\nI;Program;500;10;3.000.000;1\nI.A;Kegiatan;500;10;3.000.000;1\nI.A.1;Satu;200;10;1.000.000;1\nI.A.2;Dua;300;10;2.000.000;1\n;JUMLAH;500;;3.000.000;1\n;;;Denpasar, 31 Maret 2024;;\n;;;Kepala Biro;;\n;;;NIP. 19700101 199003 1 001;;"
    )]
    // Repeated headings, a column of column letters, money as people write it.
    [InlineData(
        "No;Kode Sub Kegiatan;Realisasi;Realisasi;Realisasi\n;;Fisik;Keuangan;Persen\na;b;c;d;e\n1;i.a.1;100 %;Rp 1.000.000,00;50%\n2;I.A.2.;100 %;Rp. 2.000.000,-;50%\n3;I.A.3;0;Rp -;0"
    )]
    // The form of Permendagri 86: performance and money of each quarter.
    [InlineData(
        "Kode;Urusan/Program/Kegiatan/Sub Kegiatan;Realisasi Kinerja dan Anggaran Triwulan;;;\n;;I;;II;\n;;K;Rp;K;Rp\nI.A.1;Satu;5;1000000;;\nI.A.2;Dua;7;2000000;;"
    )]
    // The budget and what was spent beside the year before, and what is left.
    [InlineData(
        "Kode Rekening,Uraian,Anggaran 2024,Realisasi 2024,Lebih/(Kurang),Realisasi 2023\nI.A.1,Satu,\"5,000,000.00\",\"1,000,000.00\",\"(4,000,000.00)\",\"900,000.00\"\nI.A.2,Dua,\"5,000,000.00\",\"2,000,000.00\",\"(3,000,000.00)\",\"900,000.00\""
    )]
    // Codes of programme, activity and sub-activity in columns of their own, printed once.
    [InlineData(
        "Kode Program\tKode Kegiatan\tKode Sub Kegiatan\tUraian\tRealisasi s.d. Maret\nI\t\t\tProgram\t3000000\n\tA\t\tKegiatan\t3000000\n\t\t1\tSatu\t1000000\n\t\t2\tDua\t2000000"
    )]
    // The code before the name in one cell.
    [InlineData(
        "Program / Kegiatan / Sub Kegiatan|Pagu|Serapan Keuangan\nI Program|9|3.000.000\nI.A Kegiatan|9|3.000.000\nI.A.1 Pembinaan|5|1.000.000\nI.A.2 Bahan|4|2.000.000"
    )]
    // Accounts below the sub-activity, whose codes go on in the same column.
    [InlineData(
        "Kode Rekening;Uraian;Anggaran;Realisasi\nI.A.1;Satu;9;1.000.000\n5;Belanja;9;1.000.000\n5.1;Operasi;9;1.000.000\n5.1.02.01.01.0024;ATK;9;600.000\n5.1.02.04.01.0001;Dinas;9;400.000\nI.A.2;Dua;9;2.000.000\n5.1.02.01.01.0024;ATK;9;2.000.000\nTotal Belanja;;9;3.000.000"
    )]
    // Accounts with the whole code, and the sums of accounts among them.
    [InlineData(
        "kode;nama;realisasi\nI.A.1.5.1;Belanja operasi;1.000.000\nI.A.1.5.1.02.01;Barang;700.000\nI.A.1.5.1.02.04;Jalan;300.000\nI.A.2.5.1.02.01;Barang;2.500.000\nI.A.2.5.1.02.99;Pengembalian;(500.000)\nJumlah;;3.000.000"
    )]
    // The sub-activity is named at its first account alone.
    [InlineData(
        "Kode Sub Kegiatan;Kode Akun;Nilai;Realisasi\nI.A.1;5.1.02.01;9;600.000\n;5.1.02.04;9;400.000\nI.A.2;5.1.02.01;9;2.000.000\nGrand Total;;9;3.000.000"
    )]
    // The regional form of periods, with the sum of the last ones.
    [InlineData(
        "KODE REKENING;URAIAN;JUMLAH ANGGARAN (Rp);REALISASI S/D PERIODE LALU;REALISASI PERIODE INI;JUMLAH REALISASI;%;SISA ANGGARAN\nI.A.1;a;9;500.000;500.000;1.000.000;1;2\nI.A.2;b;9;1.500.000;500.000;2.000.000;1;2\n;JUMLAH BELANJA DAERAH;9;2;1;3.000.000;1;1"
    )]
    // A summary by programme above the table that is meant, with columns of its own.
    [InlineData(
        "Kode;Program;Pagu;Realisasi\nI;Program;9;3.000.000\n\nKode;Kegiatan;Sub Kegiatan;Pagu;Realisasi;%\nI.A.1;Penyusunan laporan realisasi kegiatan;a;9;1.000.000;1\nI.A.2;k;b;9;2.000.000;1"
    )]
    // Headings printed again on each page, and what is carried over.
    [InlineData(
        "kode;nama;realisasi\nI.A.1;a;1.000.000\n;Jumlah dipindahkan;1.000.000\nkode;nama;realisasi\nI.A.2;b;2.000.000\n;JUMLAH;3.000.000"
    )]
    // Months of the quarter and their sum below one heading.
    [InlineData(
        "kode;uraian;pagu;Realisasi;;;\n;;;Jan;Feb;Mar;Jumlah\nI.A.1;a;9;1;2;3;1000000\nI.A.2;b;9;1;2;3;2000000"
    )]
    // Headings of three rows.
    [InlineData(
        "Kode;Uraian;Pagu;Realisasi;;;\n;;;Keuangan;;Fisik;\n;;;Rp;%;Vol;%\nI.A.1;a;9;1.000.000;1;2;3\nI.A.2;b;9;2.000.000;1;2;3"
    )]
    // Shortened, misspelt and English headings, and those that do without the word.
    [InlineData(
        "Kode;Uraian;Pagu;Real. Keu. (Rp);Real. Keu. (%);Real. Fisik (%)\nI.A.1;a;9;1.000.000;1;2\nI.A.2;b;9;2.000.000;1;2"
    )]
    [InlineData("Kode;Uraian;Pagu;Realiasi Keuangan\nI.A.1;a;9;1.000.000\nI.A.2;b;9;2.000.000")]
    [InlineData("Kode;Uraian;Pagu Anggaran;Belanja s.d. Maret\nI.A.1;a;9;1.000.000\nI.A.2;b;9;2.000.000")]
    [InlineData(
        "Code,Sub Activity,Budget,Realization to date (IDR),%\nI.A.1,a,9,\"1,000,000\",1\nI.A.2,b,9,\"2,000,000\",1"
    )]
    [InlineData(
        "No,Kode,Kegiatan,Anggaran,Keuangan,,Fisik\n,,,,Rp,%,%\n1,I.A.1,a,9,\"1,000,000\",1,3\n2,I.A.2,b,9,\"2,000,000\",1,3"
    )]
    // Accounts whose column is called by that word alone, and what was paid back.
    [InlineData(
        "kode;rekening;realisasi\nI.A.1;5.1.02;(Rp500.000)\nI.A.1;5.1.03;1.500.000\nI.A.2;5.1.02;2.500.000\nI.A.2;5.1.03;(500.000)"
    )]
    // Codes marked off from their names.
    [InlineData("Uraian;Realisasi\n[I.A.1] Pembinaan;1.000.000\n(I.A.2) - Bahan;2.000.000")]
    [InlineData("Uraian;Realisasi\nI.A.1-Pembinaan;1.000.000\nI.A.2: Bahan;2.000.000")]
    // The currency in a column of its own, and money that is not called realisation.
    [InlineData("kode;Realisasi;;\n;Rp;;%\nI.A.1;Rp;1.000.000;3\nI.A.2;Rp.;2.000.000;4")]
    [InlineData(
        "kode;Target Keuangan (Rp);Capaian Keuangan (Rp);Capaian Keuangan (%)\nI.A.1;5;1000000;1\nI.A.2;6;2000000;1"
    )]
    // Days in headings as numbers.
    [InlineData("kode;Realisasi s.d. 29/02/2024;Realisasi s.d. 31/03/2024\nI.A.1;5;1000000\nI.A.2;5;2000000")]
    // Thousands and days as other locales write them.
    [InlineData("kode;tanggal posisi;realisasi\nI.A.1;31-Mar-2024;1 000 000,00\nI.A.2;31 March 2024;2'000'000")]
    [InlineData("sep=,\nkode,\"Realisasi\nKeuangan\"\nI.A.1,\"1,000,000\"\nI.A.2,\"2,000,000\"")]
    public void What_offices_have_is_read(string text)
    {
        var reading = SpendingFile.Read(text);

        Assert.Empty(reading.Errors);
        Assert.DoesNotContain(reading.Questions, question => question.IsOpen);
        Assert.Equal((1_000_000m, 2_000_000m), (reading.Realisation!.Of("I.A.1"), reading.Realisation.Of("I.A.2")));
        Assert.Equal(3_000_000m, reading.Realisation.Total());
        Assert.Equal(reading.Source!.FileTotal ?? 3_000_000m, reading.Source.Total);
    }

    [Fact]
    public void A_sum_that_differs_from_the_file_s_own_is_marked()
    {
        var reading = SpendingFile.Read("kode;realisasi\nI.A.1;1.000.000\nJumlah Program;1.000.000\nJUMLAH;1.500.000");

        Assert.Equal((1_000_000m, 1_500_000m), (reading.Source!.Total, reading.Source.FileTotal));
        Assert.Contains(
            reading.Warnings,
            warning => warning.Message.Contains("baris jumlah di berkas Rp1.500.000", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Laporan (dalam ribuan rupiah)\nkode;realisasi\nI.A.1;1.500", "1000", 1_500_000)]
    [InlineData("kode;realisasi (juta rupiah)\nI.A.1;1,5", "1000000", 1_500_000)]
    public void A_table_in_thousands_or_millions_is_asked_about(string text, string unit, int expected)
    {
        var import = SpendingFile.Import(Encoding.UTF8.GetBytes(text));

        var question = Assert.Single(SpendingFile.Read(import).Questions);

        Assert.True(question.IsOpen);
        Assert.Equal([unit, "1"], question.Options.Select(option => option.Value));
        var factor = decimal.Parse(unit, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, SpendingFile.Read(import with { Unit = factor }).Realisation!.Total());
    }

    [Fact]
    public void A_column_of_a_quarter_alone_is_never_taken_without_asking()
    {
        var import = SpendingFile.Import("kode;Realisasi TW I;Realisasi TW II\nI.A.1;1;2"u8.ToArray()) with
        {
            Quarter = Quarter.Q2,
            Position = new DateOnly(2024, 6, 30),
        };

        Assert.True(Assert.Single(SpendingFile.Read(import).Questions).IsOpen);
    }

    [Theory]
    [InlineData(2, "Realisasi Semester I", "Realisasi Semester II", 1)]
    [InlineData(3, "Realisasi Semester I", "Realisasi s.d. September", 2)]
    [InlineData(4, "Realisasi Semester I", "Realisasi s.d. Semester II", 2)]
    public void The_half_of_a_year_is_taken_for_the_quarter_in_which_it_ends(
        int number,
        string first,
        string second,
        int expected
    )
    {
        var quarter = (Quarter)number;
        var import = SpendingFile.Import(Encoding.UTF8.GetBytes($"kode;{first};{second}\nI.A.1;1;2")) with
        {
            Quarter = quarter,
            Position = quarter.LastDay(2024),
        };

        Assert.Equal(expected, SpendingFile.Read(import).Realisation!.Total());
    }

    [Fact]
    public void The_half_of_a_year_is_offered_and_not_taken_for_a_quarter_before_its_end() =>
        Assert.Null(SpendingFile.Read("kode;Realisasi Semester I\nI.A.1;5").Realisation);

    [Theory]
    [InlineData(1200)]
    [InlineData(1201)]
    [InlineData(1252)]
    public void A_file_is_read_in_the_encoding_of_its_program(int page)
    {
        var encoding =
            page == 1252 ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(page);
        var file = encoding
            .GetPreamble()
            .Concat(encoding.GetBytes("kode;uraian;realisasi\nI.A.1;“café”;7.000.000"))
            .ToArray();

        Assert.Equal(7_000_000m, SpendingFile.Read(SpendingFile.Import(file)).Realisation!.Total());
    }

    [Fact]
    public void A_page_with_cells_over_rows_and_columns_is_read()
    {
        var reading = SpendingFile.Read(
            "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><style>td{color:red}</style><table><tr><td>Biro&nbsp;Organisasi</table>"
                + "<table><thead><tr><th rowspan=2>Kode<br>Sub Kegiatan<th colspan=2>Realisasi<tr><th>Fisik<th>Keuangan</thead>"
                + "<tr><td rowspan=1>I.A.1<td>50<td x:num=\"1000000\">Rp 1 jt<tr><td>I.A.2</td><td>50</td><td>2.000.000</td></tr></table>"
        );

        Assert.Equal((3_000_000m, "Realisasi / Keuangan"), (reading.Realisation!.Total(), reading.Source!.Heading));
    }

    [Fact]
    public void Accounts_below_one_merged_code_are_summed_and_rows_that_are_hidden_are_told_of()
    {
        var file = SpendingFile.Book(
            [
                ["Kode Sub Kegiatan", "Kode Rekening", "Realisasi"],
                ["I.A.1", "5.1.02.01", "#600000"],
                ["", "5.1.02.04", "#400000"],
                ["I.A.2", "5.1.02.01", "#2000000.005"],
            ],
            "A2:A3"
        );

        var reading = SpendingFile.Read(SpendingFile.Import(file));

        Assert.Equal((3, 3_000_000.01m), (reading.Source!.Summed, reading.Source.Total));
    }
}
