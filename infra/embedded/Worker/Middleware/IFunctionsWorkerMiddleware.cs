namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of an invocation.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);

/// <summary>Stands around every invocation of every function, whatever its trigger. One instance serves all.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
