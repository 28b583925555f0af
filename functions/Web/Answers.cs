using Microsoft.AspNetCore.Http;
using Sakip.Functions.Hosting;

namespace Sakip.Functions.Web;

/// <summary>What pages and API answer in the same words everywhere.</summary>
internal static class Answers
{
    /// <summary>The API's 404 for an office and year without a plan.</summary>
    public static IResult UnknownYear(string unit, int year) =>
        FunctionErrors.Problem(404, "Siklus tidak ditemukan", $"Belum ada siklus kinerja {unit} tahun {year}.");

    /// <summary>The page's 404 for an office and year without a plan.</summary>
    public static Task<IResult> UnknownYearAsync(PageRenderer pages, string unit, int year) =>
        pages.RenderAsync<MessagePage>(
            new MessageView(
                "Siklus kinerja belum ada",
                $"Belum ada rencana kinerja {unit} tahun {year}.",
                "Perencana memulai tahun kinerja dengan mengimpor rencana."
            ),
            StatusCodes.Status404NotFound
        );

    /// <summary>303: after a POST that succeeded, to the page that shows its result.</summary>
    public static IResult SeeOther(string location) => new SeeOther(location);
}
