using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;

namespace Sakip.Functions.Web.Api;

/// <summary>Answers what no other function under <c>/api</c> takes, and says whether the path or only the method is wrong.</summary>
internal sealed class UnknownApi(ApiCatalog catalog)
{
    /// <summary>
    /// The host tries routes in the order of the functions' names. <c>Zz</c> puts this one after every other but
    /// <c>ZzzUnknownPage</c>: named otherwise it would answer in the place of functions that are there.
    /// </summary>
    public const string Name = "ZzApiUnknown";

    [Allow(Who.Public)]
    [Function(Name)]
    public IResult Answer(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "patch",
            "delete",
            "options",
            "trace",
            Route = "api/{*rest}"
        )]
            HttpRequest request
    )
    {
        var allowed = catalog.MethodsAt(request.Path);
        if (allowed.Count == 0)
        {
            return Answers.Problem(
                404,
                "Alamat tidak dikenal",
                "Tidak ada yang dapat diminta di alamat ini. Lihat daftarnya di /openapi.json."
            );
        }

        request.HttpContext.Response.Headers.Allow = string.Join(", ", allowed);
        return Answers.Problem(
            405,
            "Metode tidak diizinkan",
            $"Alamat ini menerima {string.Join(", ", allowed)}, bukan {request.Method}."
        );
    }
}
