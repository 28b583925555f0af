using System.Globalization;
using Sakip.Planning;

namespace Sakip.Functions.Approvals;

/// <summary>Reads the form that names an acting official.</summary>
internal static class ActingForm
{
    /// <param name="caller">Who names: nobody names themselves.</param>
    public static (Appointment? Acting, string? Error) Read(IReadOnlyDictionary<string, string> typed, string caller)
    {
        string Value(string name) => typed.GetValueOrDefault(name, "");
        if (
            !Enum.TryParse<Tenure>(Value("jenis"), out var tenure)
            || tenure is not (Tenure.Plh or Tenure.Plt or Tenure.Pj)
        )
        {
            return (null, "Pilih jenis penunjukan: Plh., Plt., atau Pj.");
        }

        if (Value("pejabat").Length == 0 || Value("jabatan").Length == 0)
            return (null, "Pilih jabatan dan pejabat pelaksananya.");
        if (Value("pejabat") == caller)
            return (null, "Anda tidak dapat menunjuk diri sendiri sebagai pejabat pelaksana.");
        if (Value("keputusan").Length is 0 or > 200)
            return (null, "Tulis nomor surat penunjukannya.");
        if (!TryDate(Value("mulai"), out var from))
            return (null, "Tanggal mulai belum benar, misalnya 2024-03-01.");
        if (Value("sampai").Length == 0)
            return (new Appointment(Value("pejabat"), Value("jabatan"), tenure, from, null, Value("keputusan")), null);
        return TryDate(Value("sampai"), out var until)
            ? (new Appointment(Value("pejabat"), Value("jabatan"), tenure, from, until, Value("keputusan")), null)
            : (null, "Tanggal akhir belum benar, misalnya 2024-03-14.");
    }

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
