namespace Sakip.Planning;

internal enum FindingLevel
{
    Info,
    Warning,
    Blocker,
}
