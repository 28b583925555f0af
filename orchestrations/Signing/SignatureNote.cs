namespace Sakip.Signing;

/// <summary>What the foot of a document that is to be signed says about its signatures.</summary>
/// <param name="OnEveryPage">Also on pages without running lines, such as the cover.</param>
internal sealed record SignatureNote(string Text, bool OnEveryPage)
{
    /// <summary>For every method that does not ask for words of its own.</summary>
    public static SignatureNote Plain { get; } =
        new(
            "Dokumen ini ditandatangani secara elektronik; keasliannya dapat diperiksa pada tanda tangan di dalam berkas",
            OnEveryPage: false
        );

    /// <summary>Whether it would be untrue on what is signed by hand: it names a service.</summary>
    public bool NamesService => OnEveryPage && Text.Length > 0;

    /// <summary>For paper that is signed by hand, which no service signs.</summary>
    public static SignatureNote Paper { get; } = new("", OnEveryPage: false);

    /// <summary>The sentences that BSrE asks for where nothing else is set.</summary>
    public static SignatureNote Bsre { get; } =
        new(
            "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh "
                + "Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN). UU ITE Nomor 11 Tahun 2008 Pasal "
                + "5 ayat (1): informasi elektronik dan/atau dokumen elektronik dan/atau hasil cetaknya merupakan alat bukti hukum "
                + "yang sah.",
            OnEveryPage: true
        );
}
