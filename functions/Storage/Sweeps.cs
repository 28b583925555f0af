using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Sakip.Storage;

namespace Sakip.Functions.Storage;

/// <summary>Lets what a timer starts read from memory where nobody has written since.</summary>
internal sealed class Sweeps(TableMemory memory, WriteMarks marks) : IFunctionsWorkerMiddleware
{
    private static readonly AsyncLocal<bool> Flowing = new();

    /// <summary>Whether this is done on behalf of a sweep.</summary>
    public static bool IsSweep => Flowing.Value;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var bindings = context.FunctionDefinition.InputBindings.Values;
        if (
            memory.IsOn
            && bindings.Any(binding => binding.Type.Equals("timerTrigger", StringComparison.OrdinalIgnoreCase))
        )
        {
            // All sweeps of an hour begin with one question.
            await marks.LookAsync(TableMemory.Look);
            Begin();
        }

        await next(context);
    }

    /// <summary>What follows from here is done on behalf of a sweep.</summary>
    internal static void Begin() => Flowing.Value = true;
}
