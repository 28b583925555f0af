namespace Sakip.Planning;

internal enum StartResult
{
    Started,
    AlreadyRunning,
}
