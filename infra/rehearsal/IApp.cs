namespace Sakip.Rehearsal;

/// <summary>The app that a rehearsal plays against: started again whenever it is gone.</summary>
internal interface IApp
{
    Uri Address { get; }

    string FunctionKey { get; }

    bool IsRunning { get; }

    /// <summary>Fires when the app that was started last is gone, where that is known at once.</summary>
    CancellationToken Gone { get; }

    Task StartAsync(CancellationToken cancellation);

    /// <summary>Lies still until then and misses every tick in between, where the app can be started anew for it.</summary>
    Task LieStillAsync(DateTimeOffset until, CancellationToken cancellation) => Task.CompletedTask;
}
