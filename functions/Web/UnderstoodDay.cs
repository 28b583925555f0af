using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Primitives;
using Sakip.Functions.Access;
using Sakip.Kernel;

namespace Sakip.Functions.Web;

/// <summary>Repeats a day that was typed as it was understood, while the form is still being filled in.</summary>
internal sealed class UnderstoodDay
{
    private const int Longest = 60;

    [Allow(Who.Public)]
    [Function("UnderstoodDay")]
    public static IResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "tanggal")] HttpRequest request
    )
    {
        // A field sends itself under its own name.
        var typed = request.Query.Select(one => one.Value).FirstOrDefault(StringValues.Empty).ToString();
        if (typed.Length is 0 or > Longest)
            return Results.Text("");
        var (day, error) = IndonesianDay.Parse(typed);
        return Results.Text(day is { } known ? PageWords.LongDay(known) : error);
    }
}
