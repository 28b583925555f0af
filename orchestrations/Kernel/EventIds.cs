namespace Sakip.Kernel;

/// <summary>
/// The ids of all events that the app logs; alerts wait for some of them by number, so a number never changes its
/// meaning. A new event takes the next number of its range.
/// </summary>
internal static class EventIds
{
    // 1000: calls of functions.
    public const int FunctionFailed = 1001;
    public const int FunctionUnprotected = 1002;
    public const int ActivityWithoutStorage = 1003;
    public const int ActivityFailed = 1004;
    public const int FunctionWithoutStorage = 1005;

    // 2000: orchestrations.
    public const int StageEntered = 2001;

    // 4000: messages.
    public const int MessageFailed = 4001;
    public const int MessagePostponed = 4002;
    public const int SignInLetterFailed = 4101;

    // 7000: transports of messages.
    public const int TransportFailed = 7001;

    // 8000: signing services.
    public const int BsreAnswered = 8001;
    public const int BsreVisibleSignatureRefused = 8002;

    // 9000: what an operator looks after.
    public const int InstanceStuck = 9001;
    public const int TimerFinished = 9002;
    public const int SigningFailed = 9003;
    public const int StorageServiceSilent = 9004;
    public const int RetentionRemoved = 9005;
    public const int CycleRebuilt = 9006;
    public const int InstanceWithoutStorage = 9007;
    public const int AuditChainBroken = 9011;
    public const int StorageAwayAtStart = 9014;
    public const int StorageRefusedAtStart = 9015;
    public const int SuperiorNotFollowed = 9016;
}
