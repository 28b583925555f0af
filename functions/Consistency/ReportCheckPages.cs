using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Consistency;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;

namespace Sakip.Functions.Consistency;

/// <summary>Checks a performance report from elsewhere. The file is read and answered; nothing of it is kept.</summary>
internal sealed class ReportCheckPages(PageRenderer pages)
{
    private const string Field = "berkas";

    [Allow(Who.Planner, Who.Administrator)]
    [Function("CheckOutsideReport")]
    public async Task<IResult> Check(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "periksa-laporan")]
            HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<ReportCheckPage>(new ReportCheckView());
        var form = await request.ReadFormAsync(cancellation);
        var year = form["tahun"].ToString().Trim();
        if (form.Files.GetFile(Field) is not { Length: > 0 } file)
            return await ProblemAsync(year, "Pilih berkas laporan yang akan diperiksa.");
        if (file.Length > WordReportReader.Largest)
        {
            return await ProblemAsync(
                year,
                "Berkas lebih besar dari batas 25 MB. Kecilkan gambarnya, lalu coba kembali."
            );
        }
        if (!TryYear(year, out var told))
            return await ProblemAsync(year, $"Tahun \"{year}\" tidak dapat dibaca. Tulis empat angka, misalnya 2024.");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        return await ExamineAsync(year, told, file.FileName, content.ToArray());
    }

    /// <summary>The year that the form names; null where it leaves that to the file.</summary>
    private static bool TryYear(string typed, out int? year)
    {
        year = null;
        if (typed.Length == 0)
            return true;
        if (
            !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 2000 or > 2100
        )
        {
            return false;
        }

        year = number;
        return true;
    }

    private async Task<IResult> ExamineAsync(string year, int? told, string fileName, byte[] content)
    {
        var isJson = fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var read = isJson ? PrintedReportReader.Read(content) : WordReportReader.Read(content, told);
        if (read.Report is not { } report)
        {
            return await pages.RenderAsync<ReportCheckPage>(
                new ReportCheckView
                {
                    Year = year,
                    FileName = fileName,
                    Problems = read.Problems,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        return await pages.RenderAsync<ReportCheckPage>(
            new ReportCheckView
            {
                Year = year,
                FileName = fileName,
                Report = report,
                Result = ReportChecker.Examine(report),
            }
        );
    }

    private Task<IResult> ProblemAsync(string year, string problem) =>
        pages.RenderAsync<ReportCheckPage>(
            new ReportCheckView { Year = year, Error = problem },
            StatusCodes.Status422UnprocessableEntity
        );
}
