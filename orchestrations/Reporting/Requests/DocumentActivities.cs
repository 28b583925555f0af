using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Renders a document that somebody asked for.</summary>
internal sealed class DocumentActivities(
    BlobVault vault,
    DocumentDesk desk,
    DocumentComposer composer,
    DocumentPrinter printer,
    AgreementRecords agreements
)
{
    [Function(nameof(RenderDocument))]
    public async Task<GeneratedDocument> RenderDocument(
        [ActivityTrigger] DocumentRequest request,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(request.Kind, request.Office, request.DataHash, cancellation) is { } made)
            return new GeneratedDocument(made.Hash);
        if (await FinalAsync(request, cancellation) is var (hash, name) && hash is not null)
        {
            await desk.KeepAsync(request, hash, name, cancellation);
            return new GeneratedDocument(hash);
        }

        var composed = await composer.ComposeAsync(request, cancellation);
        var printed = await vault.KeepDocumentAsync(
            printer.Print(composed.Document, request.Format),
            request.Format.ContentType(),
            cancellation
        );
        await desk.KeepAsync(request, printed, $"{composed.Name}.{request.Format.Extension()}", cancellation);
        return new GeneratedDocument(printed);
    }

    /// <summary>What is signed or published is handed out as it is, never made again.</summary>
    private async Task<(string? Hash, string Name)> FinalAsync(DocumentRequest request, CancellationToken cancellation)
    {
        switch (request.Kind)
        {
            case DocumentKind.AnnualReport when await desk.PublishedAsync(request.Office, cancellation) is { } report:
                return (report.HashOf(request.Format), $"lkjip-{request.Year}.{request.Format.Extension()}");
            case DocumentKind.Agreement when request.Format == FileFormat.Pdf:
                var signed = (await agreements.ReadAsync(request.Office, cancellation))
                    .FirstOrDefault(one => one.Snapshot.Terms.Revision == request.Revision)
                    .Record;
                return (signed?.DocumentHash, $"perjanjian-kinerja-{request.Year}-{request.Revision}.pdf");
            default:
                return (null, "");
        }
    }
}
