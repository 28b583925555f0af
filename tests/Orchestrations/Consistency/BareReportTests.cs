using System.Text;
using Sakip.Consistency;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>
/// A report from elsewhere that gives tables as printed and nothing else: meanings, levels, agreement and staff targets
/// are read from headings, codes and annexes; and odd values have their answer.
/// </summary>
public sealed class BareReportTests
{
    private const string Bare = """
        {
          "title": "Laporan Kinerja 2024", "office": "Dinas Contoh Kabupaten Contoh", "year": 2024,
          "sections": [
            { "heading": "A. Capaian Kinerja", "level": 2, "blocks": [ { "table": {
              "number": "3.1", "caption": "Capaian Kinerja Tahun 2024",
              "columns": [ { "heading": "No" }, { "heading": "Indikator Kinerja" }, { "heading": "Target" }, { "heading": "Realisasi" }, { "heading": "Capaian (%)" } ],
              "rows": [
                { "cells": ["1", "Angka Kemiskinan", "20%", "22%", "90%"] },
                { "cells": ["2", "Waktu Layanan Izin", "10", "5", "200%"] },
                { "cells": ["3", "Predikat Kearsipan", "A", "BB", "-"] },
                { "cells": ["4", "Jumlah Aduan", "0", "0", "-"] },
                { "cells": ["5", "Angka Putus Sekolah", "10%", "25%", "0%"] } ] } } ] },
            { "heading": "B. Realisasi Anggaran", "level": 2, "blocks": [ { "table": {
              "number": "3.2", "caption": "Realisasi Anggaran",
              "columns": [ { "heading": "Kode" }, { "heading": "Program/Kegiatan/Sub Kegiatan" }, { "heading": "Anggaran (Rp)" }, { "heading": "Realisasi (Rp)" }, { "heading": "Capaian (%)" } ],
              "rows": [
                { "cells": ["1.01.02", "Program Pendidikan", "100.000.000", "80.000.000", "80,00"] },
                { "cells": ["1.01.02.2.01", "Pengelolaan Sekolah", "100.000.000", "80.000.000", "80,00"] },
                { "cells": ["1.01.02.2.01.0001", "Rehabilitasi Ruang Kelas", "60.000.000", "50.000.000", "83,33"] },
                { "cells": ["1.01.02.2.01.0002", "Pengadaan Meubelair", "40.000.000", "30.000.000", "75,00"] },
                { "cells": ["1.01.02.2.01.0003", "Pembinaan Minat", "0", "0", "-"] },
                { "cells": ["", "Jumlah", "100.000.000", "80.000.000", "80,00"] } ] } } ] },
            { "heading": "PERJANJIAN KINERJA TAHUN 2024", "level": 1, "kind": "annex", "blocks": [
              { "paragraph": "Contoh, 5 Januari 2024" },
              { "table": { "columns": [ { "heading": "Sasaran" }, { "heading": "Indikator" }, { "heading": "Target" } ], "rows": [
                { "cells": ["Meningkatnya kesejahteraan", "Angka Kemiskinan", "20%"] }, { "cells": ["", "Waktu Layanan Izin", "10"] },
                { "cells": ["", "Predikat Kearsipan", "A"] }, { "cells": ["", "Jumlah Aduan", "0"] }, { "cells": ["", "Angka Putus Sekolah", "10%"] } ] } },
              { "table": { "columns": [ { "heading": "Program" }, { "heading": "Anggaran" }, { "heading": "Keterangan" } ], "rows": [
                { "cells": ["1 Program Pendidikan", "Rp100.000.000", "APBD"] }, { "cells": ["Jumlah", "Rp100.000.000", ""] } ] } } ] },
            { "heading": "Sasaran Kinerja Pegawai", "level": 1, "kind": "annex", "blocks": [ { "table": {
              "columns": [ { "heading": "No" }, { "heading": "Indikator" }, { "heading": "Target" } ],
              "rows": [ { "cells": ["1", "Angka Kemiskinan", "20 persen"] } ] } } ] }
          ]
        }
        """;

    [Fact]
    public void Odd_values_that_are_told_honestly_give_no_alarm() => Assert.Empty(Found(Bare));

    [Theory]
    [InlineData("\"20%\", \"22%\", \"90%\"", "\"21%\", \"22%\", \"95%\"", "K-PK-01")]
    [InlineData("\"10%\", \"25%\", \"0%\"", "\"10%\", \"25%\", \"245%\"", "K-HT-01")]
    [InlineData("\"Jumlah Aduan\", \"0\", \"0\", \"-\"", "\"Jumlah Aduan\", \"0\", \"0\", \"50%\"", "K-HT-01")]
    [InlineData("\"A\", \"BB\", \"-\"", "\"A\", \"BB\", \"100%\"", "K-HT-01")]
    [InlineData("\"A\", \"BB\", \"-\"", "\"A\", \"-\", \"100%\"", "K-HT-01")]
    [InlineData("\"Pembinaan Minat\", \"0\", \"0\", \"-\"", "\"Pembinaan Minat\", \"0\", \"0\", \"100,00\"", "K-HT-01")]
    [InlineData(
        "\"Pembinaan Minat\", \"0\", \"0\", \"-\"",
        "\"Pembinaan Minat\", \"0\", \"5.000.000\", \"-\"",
        "K-AG-02"
    )]
    [InlineData("\"60.000.000\", \"50.000.000\", \"83,33\"", "\"62.500.000\", \"50.000.000\", \"80,00\"", "K-AG-02")]
    [InlineData("\"Jumlah\", \"Rp100.000.000\"", "\"Jumlah\", \"Rp110.000.000\"", "K-PK-05")]
    [InlineData(
        "\"1 Program Pendidikan\", \"Rp100.000.000\"",
        "\"1 Program Pendidikan\", \"Rp120.000.000\"",
        "K-PK-03"
    )]
    [InlineData("\"20 persen\"", "\"18 persen\"", "K-PK-02")]
    public void What_contradicts_is_found_without_any_hint(string right, string wrong, string code)
    {
        Assert.Contains(right, Bare, StringComparison.Ordinal);
        Assert.Contains(Found(Bare.Replace(right, wrong, StringComparison.Ordinal)), finding => finding.Code == code);
    }

    [Theory]
    [InlineData("\"10%\", \"25%\", \"0%\"", "\"10%\", \"25%\", \"-50%\"")]
    [InlineData("\"20%\", \"22%\", \"90%\"", "\"20%\", \"22%\", \"91%\"")]
    [InlineData("\"10\", \"5\", \"200%\"", "\"10\", \"5\", \"150%\"")]
    public void Every_lower_is_better_formula_in_use_is_known(string one, string other) =>
        Assert.Empty(Found(Bare.Replace(one, other, StringComparison.Ordinal)));

    // An outline is another matter (K-DK-01).
    private static List<Finding> Found(string json)
    {
        var read = PrintedReportReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(read.Problems);
        return [.. ReportChecker.Check(read.Report!).Where(finding => finding.Code != "K-DK-01")];
    }
}
