using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;

namespace Sakip.Functions.Web;

/// <summary>Answers for pages that there are none of.</summary>
internal sealed class UnknownPages(PageRenderer pages)
{
    /// <summary>
    /// The host tries routes in the order of the functions' names. <c>Zzz</c> puts this one after all others, also after
    /// <c>ZzApiUnknown</c>: it takes what they leave.
    /// </summary>
    [Allow(Who.Public)]
    [Function("ZzzUnknownPage")]
    public Task<IResult> ZzzUnknownPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*rest}")] HttpRequest request
    ) =>
        pages.RenderAsync<MessagePage>(
            new MessageView(
                "Halaman tidak ditemukan",
                "Halaman ini tidak ada atau sudah dipindahkan.",
                "Periksa ejaannya, atau pilih salah satu di bawah ini."
            ),
            StatusCodes.Status404NotFound
        );
}
