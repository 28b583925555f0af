namespace Sakip.Host;

/// <summary>The ids of all events that the host logs: 700 to 799, of which the app uses none.</summary>
internal static class EventIds
{
    // The durable engine.
    public const int MessageIgnored = 700;
    public const int Resumed = 703;
    public const int StoreFailed = 704;
    public const int WorkCutOff = 705;
    public const int ChildExists = 706;
    public const int WorkRunsAgain = 707;

    // The host around it.
    public const int FunctionFailed = 720;
    public const int ClientWentAway = 721;
    public const int FunctionsReady = 722;
    public const int EmulatorRestarted = 723;
    public const int WorkerRestarted = 724;
}
