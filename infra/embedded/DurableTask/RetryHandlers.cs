namespace Microsoft.DurableTask;

/// <summary>Decides after a failed attempt whether to try again.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Decides after a failed attempt whether to try again; it may await durable timers first.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
