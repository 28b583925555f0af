using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Sakip.SmallApp.Hosting;

/// <summary>
/// Stands around every function: names it in a header when the answer starts, and answers what the function throws as
/// <see cref="NotSupportedException"/>.
/// </summary>
internal sealed class Stamp : IFunctionsWorkerMiddleware
{
    public const string Header = "x-small-app";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var words = context.InstanceServices.GetRequiredService<Notes>();
        words.Add("middleware");
        var response = context.GetHttpContext()?.Response;
        response?.OnStarting(() =>
        {
            // Not by the invocation's services: where the answer has no body it starts when they may be gone.
            response.Headers[Header] = $"{context.FunctionDefinition.Name} {words}";
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        catch (Exception error) when (response is not null && Cause(error) is NotSupportedException)
        {
            context.GetInvocationResult().Value = Results.Text("answered by the middleware", statusCode: 418);
        }
    }

    private static Exception Cause(Exception error) =>
        error is AggregateException { InnerException: { } inner } ? inner : error;
}
