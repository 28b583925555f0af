namespace Sakip.Recovery;

/// <param name="OldestMessage">Age of the oldest change whose messages are not all sent.</param>
internal sealed record YearLoad(int Open, int Overdue, TimeSpan OldestMessage);
