using Sakip.Kernel;

namespace Sakip.Workbooks;

/// <summary>Why a file is not read as a workbook.</summary>
public enum WorkbookFault
{
    Empty,
    TooLarge,
    NotAWorkbook,
    OldFormat,
    Encrypted,
    Macro,
    Damaged,
    Suspicious,
    TooMuchContent,
    NoSuchSheet,
}

/// <summary>A file that is refused whole. The message is Indonesian and says what to do.</summary>
internal sealed class WorkbookException : Exception
{
    public WorkbookException(WorkbookFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    public WorkbookFault Fault { get; }

    internal static WorkbookException Damaged(Exception? inner = null) =>
        new(
            WorkbookFault.Damaged,
            "Berkas rusak atau tidak lengkap. Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu unggah kembali.",
            inner
        );

    internal static WorkbookException Suspicious(string what) =>
        new(
            WorkbookFault.Suspicious,
            $"Berkas ditolak demi keamanan: {what}. Salin isinya ke templat baru, lalu unggah kembali."
        );

    internal static WorkbookException TooLong() =>
        new(
            WorkbookFault.TooMuchContent,
            "Berkas terlalu lama dibaca. Hapus lembar, baris, dan format yang tidak dipakai, lalu unggah kembali."
        );

    internal static WorkbookException TooMuch(string what, long limit) =>
        new(
            WorkbookFault.TooMuchContent,
            $"Berkas memuat {what} lebih dari batas {IndonesianNumber.Number(limit, 0)}. Hapus bagian yang tidak dipakai."
        );
}
