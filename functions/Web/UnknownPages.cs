using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;

namespace Sakip.Functions.Web;

/// <summary>Answers for staff pages that there are none of.</summary>
internal sealed class UnknownPages(PageRenderer pages)
{
    /// <summary>
    /// The host tries routes in the order of the functions' names. <c>Z</c> puts this one after the pages that are there:
    /// it takes what they leave.
    /// </summary>
    [Allow(Who.Public)]
    [Function("ZUnknownPage")]
    public Task<IResult> ZUnknownPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kantor/{*rest}")] HttpRequest request
    ) =>
        pages.RenderAsync<MessagePage>(
            new MessageView(
                "Halaman tidak ditemukan",
                "Alamat ini tidak menunjuk halaman mana pun.",
                "Periksa ejaannya, atau buka kantor Anda lalu pilih bagian pada menu."
            ),
            StatusCodes.Status404NotFound
        );
}
