namespace Sakip.Planning;

/// <summary>Says that what calls for a revised agreement is stored under the number in the event's name.</summary>
internal sealed record RevisionSignal(int Number = 0);
