namespace Sakip.Documents.Pdf.Layout;

/// <summary>Every measure and colour of the page, in points and <c>0xAARRGGBB</c>.</summary>
internal static class Theme
{
    public const float LongSide = 841.89f;
    public const float ShortSide = 595.28f;

    public const float MarginLeft = 79;
    public const float MarginRight = 65;
    public const float MarginTop = 79;
    public const float MarginBottom = 76;

    public const float BodySize = 11.5f;
    public const float BodyLeading = 18;
    public const float FirstLineIndent = 28;
    public const float ParagraphGap = 6;
    public const float BlockGap = 12;
    public const float ListIndent = 22;

    public const float TableSize = 9;
    public const float SmallestTableSize = 6.5f;
    public const float CellPadding = 4;
    public const float NoteSize = 8.5f;

    public const uint Ink = 0xFF1A1A1A;
    public const uint Muted = 0xFF5A6270;
    public const uint Rule = 0xFF8A93A0;
    public const uint Hairline = 0xFFC9CFD6;
    public const uint Accent = 0xFF1F3A5F;
    public const uint HeaderGround = 0xFFDCE4EE;
    public const uint GroupGround = 0xFFEEF2F7;
    public const uint TotalGround = 0xFFE3E6EA;
    public const uint LinkInk = 0xFF1F4E8C;
    public const uint WatermarkInk = 0xFFECEEF1;

    public static readonly uint[] Palette = [0xFF1F4E79, 0xFFC77700, 0xFF3B7A57, 0xFF7B4B94, 0xFF6B7280, 0xFFA23B3B];

    /// <summary>The height of the text on a page with text of a width: wider than a page only on one on its side.</summary>
    public static float TextHeight(float width) =>
        (width > ShortSide ? ShortSide : LongSide) - MarginTop - MarginBottom;

    public static float Leading(float size) => MathF.Round(size * 1.3f, 1);

    public static uint Opaque(string hex) => 0xFF000000 | Convert.ToUInt32(hex, 16);

    /// <summary>Black or white, whichever reads better on a ground (relative luminance, WCAG 2).</summary>
    public static uint InkOn(uint ground)
    {
        var luminance = (0.2126 * Linear(ground >> 16)) + (0.7152 * Linear(ground >> 8)) + (0.0722 * Linear(ground));
        return luminance < 0.18 ? 0xFFFFFFFF : Ink;
    }

    private static double Linear(uint channel)
    {
        var share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
