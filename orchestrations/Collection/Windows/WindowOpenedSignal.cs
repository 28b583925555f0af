namespace Sakip.Collection;

/// <summary>Says that the day has come on which the window opens.</summary>
internal sealed record WindowOpenedSignal(int Number = 0);
