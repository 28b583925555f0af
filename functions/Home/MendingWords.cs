using Sakip.Approvals;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>What has to be mended before a process goes on, and by whom.</summary>
internal static class MendingWords
{
    private const string Then = " Setelah itu tekan Coba lagi; tanpa itu dicoba sendiri sehari sekali.";

    public static string What(Standing standing)
    {
        return standing.Reason switch
        {
            nameof(PlanMissingException) =>
                "Menunggu perbaikan: rencana atau versi anggaran yang diperlukan tidak ada.",
            nameof(NoBearerException) => "Menunggu perbaikan: tidak ada pejabat yang memegang jabatan atau perannya.",
            nameof(MalformedContentException) => "Menunggu perbaikan: isi yang tersimpan rusak atau hilang.",
            nameof(StorageRefusedException) => "Menunggu perbaikan: penyimpanan menolak aplikasi.",
            _ => "Menunggu perbaikan: ada galat yang tidak hilang dengan sendirinya.",
        };
    }

    public static string Remedy(Standing standing)
    {
        return standing.Reason switch
        {
            nameof(PlanMissingException) => "Impor rencana dan anggaran tahun ini." + Then,
            nameof(NoBearerException) => "Isi peran dan penempatan yang kosong di Pengaturan." + Then,
            nameof(MalformedContentException) =>
                $"Minta pengelola teknis memulihkan isi itu dari cadangan ({standing.Task})." + Then,
            nameof(StorageRefusedException) =>
                $"Minta pengelola teknis memeriksa hak akses aplikasi dan tabelnya ({standing.Task})." + Then,
            _ => $"Minta pengelola teknis melihat galatnya di log ({standing.Task}) dan memperbaikinya." + Then,
        };
    }
}
