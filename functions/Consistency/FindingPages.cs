using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Consistency;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Consistency;

/// <summary>Findings of the year: seen by everybody in the office, explained and ruled upon by those entitled.</summary>
internal sealed class FindingPages(
    FindingStore store,
    FindingDesk desk,
    PlanStore plans,
    PageRenderer pages,
    TimeProvider clock
)
{
    private const string Page = Routes.Office + "/temuan";

    [Allow(Who.Staff)]
    [Function("FindingsPage")]
    public async Task<IResult> FindingsPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => await ShowAsync(request, office, null, StatusCodes.Status200OK, cancellation);

    /// <summary>An explanation, or a ruling on one; the desk decides whether this person may.</summary>
    [Allow(Who.Staff)]
    [Function("FindingPost")]
    public async Task<IResult> FindingPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var form = await request.ReadFormAsync(cancellation);
        var subject = Subject.Parse(form["hal"].ToString());
        if (subject is null || subject.Unit != office.Unit || subject.Year != office.Year)
            return Results.NotFound();
        var (finding, text, act) = (form["temuan"].ToString(), form["uraian"].ToString(), form["tindakan"].ToString());
        var official = request.Caller().Official;
        var answer = act switch
        {
            "jelaskan" => await desk.ExplainAsync(subject, finding, text, official, cancellation),
            "terima" or "tolak" => await desk.RuleAsync(
                subject,
                finding,
                new Ruling(act == "terima", text),
                official,
                client,
                cancellation
            ),
            _ => FindingAnswer.Unknown,
        };
        if (answer.Kind == FindingAnswerKind.Unknown)
            return Results.NotFound();
        if (answer.Kind == FindingAnswerKind.Done)
        {
            return Answers.SeeOther(FindingViews.Url(office) + "?hasil=" + act);
        }

        var status =
            answer.Kind is FindingAnswerKind.NotAllowed or FindingAnswerKind.SamePerson ? StatusCodes.Status403Forbidden
            : answer.Kind == FindingAnswerKind.NotOpen ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
        var refused = new FindingRefusal(finding, text, answer.Message);
        return await ShowAsync(request, office, refused, status, cancellation);
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request,
        OfficeYear office,
        FindingRefusal? refused,
        int status,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var view = FindingViews.Of(
            new FindingReader(plan, request.Caller().Official, plan.Zone.DateAt(clock.GetUtcNow())),
            await store.ShownOfYearAsync(office, cancellation),
            request.Query,
            refused
        );
        return await pages.RenderAsync<FindingsPage>(view, status);
    }
}
