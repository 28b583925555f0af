namespace Sakip.Agreements;

internal static class DocumentNotes
{
    public const string Draft = "KONSEP";

    public const string Unsigned = "Konsep: belum ditandatangani";

    public const string Copy = "Salinan untuk disunting; yang sah adalah berkas PDF bertanda tangan.";

    public const string DraftWithMarks =
        "Konsep: belum ditandatangani. Tanda di tepi: D data, C hitungan, R register, N narasi";
}
