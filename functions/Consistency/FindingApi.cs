using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Consistency;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Consistency;

/// <summary>Findings for machines that act in a named official's name; every right is checked as on the page.</summary>
internal sealed class FindingApi(FindingDesk findings, FindingStore store)
{
    [Allow(Who.Key)]
    [Function("FindingExplain")]
    [ApiOperation("Menjelaskan satu temuan.", Body = typeof(ExplanationRequest), Status = 202)]
    public async Task<IResult> Explain(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/findings/explanations")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var asked = await ApiBody.ReadAsync<ExplanationRequest>(request, cancellation);
        return SubjectOf(asked.Subject, office) is { } subject
            ? Answer(
                await findings.ExplainAsync(
                    subject,
                    asked.Finding ?? "",
                    asked.Text ?? "",
                    asked.By ?? "",
                    cancellation
                )
            )
            : Answers.UnknownFinding();
    }

    [Allow(Who.Key)]
    [Function("FindingRule")]
    [ApiOperation("Menerima atau menolak penjelasan satu temuan.", Body = typeof(RulingRequest), Status = 202)]
    public async Task<IResult> Rule(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/findings/rulings")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var asked = await ApiBody.ReadAsync<RulingRequest>(request, cancellation);
        return SubjectOf(asked.Subject, office) is { } subject
            ? Answer(
                await findings.RuleAsync(
                    subject,
                    asked.Finding ?? "",
                    new Ruling(asked.Accept, asked.Note),
                    asked.By ?? "",
                    client,
                    cancellation
                )
            )
            : Answers.UnknownFinding();
    }

    [Allow(Who.Key)]
    [ApiOperation("Mendaftar temuan satu tahun.", Answer = typeof(object))]
    [Function("FindingList")]
    public async Task<IResult> FindingList(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Routes.ApiOffice + "/findings")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => Results.Ok(await store.ShownOfYearAsync(office, cancellation));

    private static Subject? SubjectOf(string? dotted, OfficeYear office) =>
        Subject.Parse(dotted?.Replace(':', '.') ?? "") is { } subject
        && subject.Unit == office.Unit
        && subject.Year == office.Year
            ? subject
            : null;

    private static IResult Answer(FindingAnswer answer) =>
        answer.Kind switch
        {
            FindingAnswerKind.Done => Results.Accepted(),
            FindingAnswerKind.Unknown => Answers.UnknownFinding(),
            FindingAnswerKind.NotOpen => Answers.Problem(409, "Tidak dapat sekarang", answer.Message ?? ""),
            FindingAnswerKind.NotAllowed or FindingAnswerKind.SamePerson => Answers.Problem(
                403,
                "Tidak berwenang",
                answer.Message ?? ""
            ),
            _ => Answers.Problem(422, "Isian tidak dapat diterima", answer.Message ?? ""),
        };
}
