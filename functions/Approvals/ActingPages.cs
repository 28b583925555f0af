using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Approvals;

/// <summary>Names an acting official; the open steps of the post pass on at once.</summary>
internal sealed class ActingPages(LinkDesk links, PlanDesk desk, PlanStore plans, PageRenderer pages)
{
    [Allow(Who.Planner, Who.Administrator)]
    [Function("OpenStepDelegate")]
    public async Task<IResult> OpenStepDelegate(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            Route = Routes.Office + "/persetujuan/pelaksana"
        )]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var url = OpenStepPages.UrlOf(office);
        var plan = await plans.PlanAsync(office, cancellation);
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<ActingPage>(ActingForm.Of(plan, url, FormState.Empty));
        var caller = request.Caller();
        var form = new PostedForm(await request.ReadFormAsync(cancellation));
        var acting = ActingForm.Read(form, caller.Official);
        if (form.Faults.Count == 0)
        {
            var result = await desk.ChangeAsync(
                office,
                current => OpenSteps.WithActing(current, acting),
                caller.As(Who.Planner, Who.Administrator),
                $"Penunjukan {acting.Tenure}. berdasarkan {acting.Decree}.",
                cancellation
            );
            foreach (var error in result.Stands ? [] : result.Errors)
                form.Fault("", error.Message);
        }

        if (form.Faults.Count > 0)
        {
            return await pages.RenderAsync<ActingPage>(
                ActingForm.Of(plan, url, form.State),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        await links.ReaddressAsync(office, cancellation);
        return Answers.SeeOther(url + "?hasil=pelaksana");
    }
}
