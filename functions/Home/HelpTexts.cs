namespace Sakip.Functions.Home;

/// <summary>What the guide says.</summary>
internal static class HelpTexts
{
    public static IReadOnlyList<HelpTopic> All { get; } = [.. LinkHelp.Topics, .. OfficeHelp.Topics];
}
