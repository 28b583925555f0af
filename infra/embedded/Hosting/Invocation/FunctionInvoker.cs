using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Invocation;

/// <summary>Runs functions: a scope for each invocation, the app's middleware around it, the method inside.</summary>
internal sealed class FunctionInvoker
{
    private readonly IServiceScopeFactory scopes;
    private readonly FunctionExecutionDelegate pipeline;
    private readonly Drain drain;

    public FunctionInvoker(
        IServiceScopeFactory scopes,
        Drain drain,
        IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        this.scopes = scopes;
        this.drain = drain;
        pipeline = middleware.Reverse().Aggregate(
            (FunctionExecutionDelegate)(context => ExecuteAsync((FunctionInvocation)context)),
            (next, around) => around(next));
    }

    /// <summary>Runs a function and gives its result, which middleware may have replaced.</summary>
    /// <param name="function">The function.</param>
    /// <param name="triggerValue">The value of its trigger parameter.</param>
    /// <param name="prepare">Adds to the context what the trigger brought.</param>
    /// <param name="complete">Uses the result while the invocation's scope still lives.</param>
    /// <param name="stopping">Fires when the function should come to its end; the host's own token when null.</param>
    public async Task<object?> InvokeAsync(
        FunctionDescriptor function,
        object? triggerValue,
        Action<FunctionInvocation>? prepare = null,
        Func<object?, Task>? complete = null,
        CancellationToken? stopping = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invocation = new FunctionInvocation(
            function,
            triggerValue,
            scope.ServiceProvider,
            stopping ?? drain.Ending);
        var outcome = new InvocationOutcome();
        invocation.Features.Set(outcome);
        prepare?.Invoke(invocation);
        await pipeline(invocation);
        if (complete is not null) await complete(outcome.Value);
        return outcome.Value;
    }

    private static async Task ExecuteAsync(FunctionInvocation invocation)
    {
        var function = (FunctionDescriptor)invocation.FunctionDefinition;
        var arguments = new object?[function.Binders.Length];
        for (var index = 0; index < arguments.Length; index++)
            arguments[index] = await function.Binders[index](invocation);
        var instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(invocation.InstanceServices, function.Method.DeclaringType!);
        invocation.Features.Get<InvocationOutcome>()!.Value = await function.Call(instance, arguments);
    }
}
