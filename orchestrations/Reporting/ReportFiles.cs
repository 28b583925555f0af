using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Prints a report and keeps its files.</summary>
internal sealed class ReportFiles(BlobVault vault, DocumentPrinter printer, SignatureNote note)
{
    /// <returns>Hash of what the report says, whatever it looks like.</returns>
    public Task<string> KeepContentAsync(AnnualReportData data, CancellationToken cancellation) =>
        vault.KeepSnapshotAsync(SakipJson.Bytes(ReportContent.Of(data)), cancellation);

    /// <param name="content">Hash of what the report says.</param>
    /// <param name="isReviewed">What is reviewed is going to be signed, perhaps by hand.</param>
    public async Task<(string PdfHash, DocumentState State)> KeepAsync(
        AnnualReportData data,
        string content,
        bool isReviewed,
        CancellationToken cancellation
    )
    {
        var report = AnnualReportDocument.Build(data, note: note);
        var files = printer.PrintAll(report);
        var state = new DocumentState(
            await vault.KeepSnapshotAsync(SakipJson.Bytes(data.Evaluation), cancellation),
            files.Pdf.Slots,
            [],
            await KeepAsync(files.Docx, FileFormat.Docx, cancellation)
        )
        {
            XlsxHash = await KeepAsync(files.Xlsx, FileFormat.Xlsx, cancellation),
            PaperHash =
                isReviewed && note.NamesService && data.Plan.Agreement.AllowWetInk
                    ? await KeepAsync(
                        printer.Print(AnnualReportDocument.Build(data, note: SignatureNote.Paper), FileFormat.Pdf),
                        FileFormat.Pdf,
                        cancellation
                    )
                    : null,
            ContentHash = content,
            Places = DocumentPlace.In(report, files.Pdf),
        };
        return (await KeepAsync(files.Pdf.Bytes, FileFormat.Pdf, cancellation), state);
    }

    private Task<string> KeepAsync(byte[] file, FileFormat format, CancellationToken cancellation) =>
        vault.KeepDocumentAsync(file, format.ContentType(), cancellation);
}
