using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class MiddlewareTests
{
    [Theory]
    [InlineData("/fine", 200, "outer inner fine")]
    [InlineData("/wrong", 418, "answered by the middleware")]
    [InlineData("/late", 500, "")]
    public async Task Middleware_stands_around_the_function_and_the_result_runs_after_it(
        string path,
        int status,
        string body)
    {
        await using var world = await World.Of(typeof(Trials)).With(builder =>
        {
            builder.Services.AddScoped<Notes>();
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware(async (context, next) =>
            {
                context.InstanceServices.GetRequiredService<Notes>().Add("inner");
                await next();
            });
        }).StartAsync();

        Assert.Equal((status, body), await world.GetAsync(path));
    }

    [Fact]
    public async Task The_host_s_own_answers_bear_no_header_of_the_app()
    {
        await using var world = await World.Of(typeof(Trials)).With(builder =>
        {
            builder.Services.AddScoped<Notes>();
            builder.UseMiddleware<Outer>();
        }).StartAsync();

        using var own = await world.Http.GetAsync("/fine", TestContext.Current.CancellationToken);
        using var host = await world.Http.GetAsync("/nowhere", TestContext.Current.CancellationToken);

        Assert.True(own.Headers.Contains("x-sakip"));
        Assert.False(host.Headers.Contains("x-sakip"));
    }

    public sealed class Notes
    {
        private readonly List<string> words = [];

        public void Add(string word) => words.Add(word);

        public override string ToString() => string.Join(' ', words);
    }

    public sealed class Outer : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var http = context.GetHttpContext()!;
            http.Response.OnStarting(() =>
            {
                http.Response.Headers["x-sakip"] = context.FunctionDefinition.Name;
                return Task.CompletedTask;
            });
            context.InstanceServices.GetRequiredService<Notes>().Add("outer");
            try
            {
                await next(context);
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = Results.Text("answered by the middleware", statusCode: 418);
            }
        }
    }

    public sealed class Trials(Notes notes)
    {
        [Function("Fine")]
        public string Fine([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            notes.Add("fine");
            return notes.ToString();
        }

        [Function("Wrong")]
        public string Wrong([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            throw new InvalidOperationException(notes.ToString());

        [Function("Late")]
        public IResult Late([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new Bad();
    }

    private sealed class Bad : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("in the result");
    }
}
