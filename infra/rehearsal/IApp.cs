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

    /// <summary>Switches a timer function off or on again, where the app can be started anew for it.</summary>
    Task DisableAsync(string function, bool isDisabled, CancellationToken cancellation) => Task.CompletedTask;
}
