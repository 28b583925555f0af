namespace Sakip.Consistency;

/// <summary>Reads headings.</summary>
internal static class Sections
{
    /// <summary>The indicator that a section is about, by its heading; null for other sections.</summary>
    public static string? IndicatorOf(PrintedFacts facts, PrintedSection section)
    {
        var heading = WithoutNumber(section.Heading);
        return facts.Masters.FirstOrDefault(master => Names.Same(master, heading));
    }

    /// <summary>"1.2 Judul" and "A. Judul" without what numbers them.</summary>
    public static string WithoutNumber(string heading)
    {
        var space = heading.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return heading;
        var first = heading[..space];
        var isNumber = first.TrimEnd('.').Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
        return isNumber || first is [>= 'A' and <= 'Z', '.'] ? heading[(space + 1)..] : heading;
    }
}
