using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Web;

namespace Sakip.Functions.Home;

/// <summary>The guide: one page a role. Whoever holds a link has no account, so everybody may read it.</summary>
internal sealed class HelpPages(PageRenderer pages)
{
    [Allow(Who.Public)]
    [Function("Help")]
    public async Task<IResult> Help(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bantuan/{topic?}")] HttpRequest request,
        string? topic
    )
    {
        if (string.IsNullOrEmpty(topic))
            return await pages.RenderAsync<HelpPage>(new HelpView(HelpTexts.All, null));
        return HelpTexts.All.FirstOrDefault(one => one.Code == topic) is { } found
            ? await pages.RenderAsync<HelpPage>(new HelpView(HelpTexts.All, found))
            : await pages.RenderAsync<MessagePage>(
                new MessageView(
                    "Halaman tidak ditemukan",
                    "Halaman bantuan itu tidak ada.",
                    "Buka daftar bantuan di alamat /bantuan."
                ),
                StatusCodes.Status404NotFound
            );
    }
}
