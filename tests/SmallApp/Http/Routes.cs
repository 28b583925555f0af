using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace Sakip.SmallApp.Http;

/// <summary>Routes of every kind; each answers which function it was and what was bound.</summary>
public sealed class Routes
{
    [Function("Home")]
    public IResult Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")] HttpRequest request
    ) => Told("root");

    [Function("UnitYear")]
    public IResult Unit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "units/{unit}/{year:int}")] HttpRequest request,
        string unit,
        int year
    ) => Told($"unit {unit} in {year}");

    [Function("CodeShort")]
    public IResult Short(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/{code:length(4)}")] HttpRequest request,
        string code
    ) => Told($"short {code}");

    [Function("CodeLong")]
    public IResult Long(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/{code:minlength(5)}")] HttpRequest request,
        string code
    ) => Told($"long {code}");

    [Function("Quarter")]
    public IResult Quarter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "quarters/{n:range(1,4)}")] HttpRequest request,
        int n
    ) => Told($"quarter {n}");

    [Function("Number")]
    public IResult Number(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "numbers/{n:int}")] HttpRequest request,
        int n
    ) => Told($"number {n}");

    [Function("Word")]
    public IResult Word(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "numbers/{word:alpha}")] HttpRequest request,
        string word
    ) => Told($"word {word}");

    [Function("FilePdf")]
    public IResult Pdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{id}.pdf")] HttpRequest request,
        string id
    ) => Told($"pdf {id}");

    [Function("FileDocx")]
    public IResult Docx(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{id}.docx")] HttpRequest request,
        string id
    ) => Told($"docx {id}");

    [Function("Asset")]
    public static IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{*path}")] HttpRequest request,
        string path
    ) => Told($"asset {path}");

    [Function("Optional")]
    public IResult Optional(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{page?}")] HttpRequest request,
        string? page
    ) => Told($"page {page ?? "none"}");

    [Function("Named")]
    public Task<IResult> Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Task.FromResult(Told("named"));

    [Function("BothDelete")]
    public IResult Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "both")] HttpRequest request) =>
        Told("deleted");

    [Function("BothPut")]
    public IResult Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "both")] HttpRequest request) =>
        Told("put");

    [Function("EveryMethod")]
    public IResult Every([HttpTrigger(AuthorizationLevel.Anonymous, Route = "every")] HttpRequest request) =>
        Told(request.Method);

    [Function("Listed")]
    public IResult Listed([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head")] HttpRequest request) =>
        Told("listed");

    [Function("SwitchedOff")]
    public IResult Off([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "off")] HttpRequest request) =>
        Told("on");

    [Function("Locked")]
    public IResult Locked([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Told("open");

    [Function("AdminOnly")]
    public IResult AdminOnly(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "admin-only")] HttpRequest request
    ) => Told("open");

    [Function("ZzRest")]
    public IResult Rest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*rest}")] HttpRequest request,
        string rest
    ) => Told($"rest {rest}");

    // A plain text would not be written: the worker answers by results alone.
    private static IResult Told(string text) => HttpResults.Text(text);
}
