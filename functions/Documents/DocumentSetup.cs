using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Documents.Svg;

namespace Sakip.Functions.Documents;

/// <summary>The writers of documents; fonts are read once.</summary>
internal static class DocumentSetup
{
    public static void AddDocuments(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<FontLibrary>()
            .AddSingleton<PdfWriter>()
            .AddSingleton<DocxWriter>()
            .AddSingleton<XlsxWriter>()
            .AddSingleton<SvgWriter>()
            .AddSingleton<DocumentPrinter>();
    }
}
