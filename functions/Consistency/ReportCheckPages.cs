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
        int? told = null;
        if (year.Length > 0)
        {
            if (
                !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 2000 or > 2100
            )
            {
                return await ProblemAsync(
                    year,
                    $"Tahun \"{year}\" tidak dapat dibaca. Tulis empat angka, misalnya 2024."
                );
            }

            told = number;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        var isJson = file.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var read = isJson
            ? PrintedReportReader.Read(content.ToArray())
            : WordReportReader.Read(content.ToArray(), told);
        if (read.Report is not { } report)
        {
            return await pages.RenderAsync<ReportCheckPage>(
                new ReportCheckView
                {
                    Year = year,
                    FileName = file.FileName,
                    Problems = read.Problems,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        return await pages.RenderAsync<ReportCheckPage>(
            new ReportCheckView
            {
                Year = year,
                FileName = file.FileName,
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
