namespace Sakip.Planning;

/// <summary>Workbooks to begin with: the sheets that no plan can do without, and one that is filled in to look at.</summary>
internal static class PlanTemplates
{
    /// <summary>The sheets of the short template; what the others hold can be added later, by an import or on pages.</summary>
    public static IReadOnlyList<SheetLayout> ShortSheets { get; } =
    [.. PlanSheets.All.Where(layout => layout.Required)];

    /// <param name="year">The year that is planned, for its windows.</param>
    public static byte[] Short(int year) =>
        PlanWorkbook.Write(
            "Templat ringkas rencana kinerja",
            ShortSheets,
            TemplateRows.Of(year),
            [
                $"Hanya {ShortSheets.Count} lembar yang wajib untuk memulai. Yang lain dapat ditambahkan kemudian dengan templat lengkap.",
                $"Lembar {string.Join(", ", TemplateRows.Sheets)} sudah terisi: periksa, dan ubah bila kantor Anda berbeda.",
                "Isi lembar demi lembar dari kiri ke kanan. Baris abu-abu miring adalah contoh: timpa atau hapus.",
                "Kolom dan isian bertanda * wajib. Jangan mengubah nama lembar, judul kolom, dan isian di kolom A lembar formulir.",
                "Unggah pada halaman Impor rencana. Pratinjau menyebut setiap kesalahan; tidak ada yang disimpan sebelum Anda "
                    + "menekan Terapkan.",
            ]
        );

    /// <summary>An invented office's plan, to see what stands where.</summary>
    public static byte[] Example(OfficePlan invented) =>
        PlanWorkbook.Write(
            $"Contoh terisi: rencana kinerja tahun {invented.Year}",
            [.. PlanSheets.All.Where(layout => layout.Name != SheetNames.Others)],
            PlanRecords.Of(invented, []),
            [
                "Contoh untuk dilihat: nama, NIP, alamat, dan nomor suratnya rekaan. Jangan mengunggahnya sebagai rencana kantor Anda.",
                "Lembar dan kolomnya sama dengan templat lengkap; templat ringkas memuat yang wajib saja.",
            ]
        );
}
