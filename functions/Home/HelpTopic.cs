namespace Sakip.Functions.Home;

/// <summary>A page of the guide, for one kind of reader.</summary>
/// <param name="Code">Last part of its address.</param>
/// <param name="Parts">What the reader wants to do, and the steps to it.</param>
internal sealed record HelpTopic(
    string Code,
    string Title,
    string Lead,
    IReadOnlyList<(string Wish, IReadOnlyList<string> Steps)> Parts
);

/// <param name="Topic">Null on the guide's first page.</param>
internal sealed record HelpView(IReadOnlyList<HelpTopic> Topics, HelpTopic? Topic);
