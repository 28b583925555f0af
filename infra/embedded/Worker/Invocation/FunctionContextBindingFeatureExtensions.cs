using Sakip.Embedded.Hosting;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The result of the invocation; setting its value replaces what the function returned.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new UntypedResult(Outcome(context));
    }

    /// <summary>The result of the invocation as <typeparamref name="T"/>.</summary>
    /// <exception cref="InvalidOperationException">The function returned something else.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new TypedResult<T>(Outcome(context));
    }

    private static InvocationOutcome Outcome(FunctionContext context) =>
        context.Features.Get<InvocationOutcome>()
        ?? throw new InvalidOperationException("The invocation has no result yet: it has no bindings feature.");

    private sealed class UntypedResult(InvocationOutcome outcome) : InvocationResult
    {
        public override object? Value
        {
            get => outcome.Value;
            set => outcome.Value = value;
        }
    }

    private sealed class TypedResult<T>(InvocationOutcome outcome) : InvocationResult<T>
    {
        public override T? Value
        {
            get => outcome.Value switch
            {
                null => default,
                T value => value,
                var other => throw new InvalidOperationException(
                    $"The result is a {other.GetType()}, not a {typeof(T)}."),
            };
            set => outcome.Value = value;
        }
    }
}
