namespace Sakip.Documents.Pdf;

/// <summary>The four cuts of the one typeface.</summary>
internal enum Face
{
    Regular = 0,
    Bold = 1,
    Italic = 2,
    BoldItalic = 3,
}
