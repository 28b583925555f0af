using Microsoft.AspNetCore.Http;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>Takes files of plans from requests, up to the limit.</summary>
internal static class PlanUpload
{
    public const string Field = "berkas";

    public static bool IsPreview(HttpRequest request)
    {
        return request.Query["preview"] == "true";
    }

    /// <summary>The body itself.</summary>
    public static async Task<byte[]> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > PlanFile.LargestBytes)
            throw TooLarge();
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0; )
        {
            content.Write(buffer, 0, read);
            if (content.Length > PlanFile.LargestBytes)
                throw TooLarge();
        }

        return content.ToArray();
    }

    /// <summary>The plan, and the budget list that goes with it where both are sent as parts of a form.</summary>
    public static async Task<(byte[] Plan, byte[]? List, string ListName)> PlanAndListAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!request.HasFormContentType)
            return (await BodyAsync(request, cancellation), null, "");
        var files = (await request.ReadFormAsync(cancellation)).Files;
        var list = files.GetFile("list");
        return (
            await ContentAsync(files.GetFile("plan"), cancellation),
            list is null ? null : await ContentAsync(list, cancellation),
            list?.FileName ?? ""
        );
    }

    private static async Task<byte[]> ContentAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file?.Length > PlanFile.LargestBytes)
            throw TooLarge();
        using var content = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    /// <summary>The file of a page's form, or in words why there is none.</summary>
    public static async Task<(byte[]? File, string? Error)> FormAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        var form = await request.ReadFormAsync(cancellation);
        if (form.Files.GetFile(Field) is not { Length: > 0 } file)
            return (null, "Pilih berkas yang akan diimpor.");
        if (file.Length > PlanFile.LargestBytes)
            return (null, "Berkas lebih besar dari batas 10 MB.");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        return (content.ToArray(), null);
    }

    private static BadHttpRequestException TooLarge() =>
        new("The plan is too large.", StatusCodes.Status413PayloadTooLarge);
}
