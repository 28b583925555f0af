using System.Text.RegularExpressions;
using Sakip.Documents;
using Sakip.Evaluation;

namespace Sakip.Reporting;

/// <summary>Turns the plain text of a narrative into blocks; placeholders become fields filled from data.</summary>
internal static partial class NarrativeBlocks
{
    public static IReadOnlyList<Block> Parse(string body, FigureRegister figures)
    {
        var blocks = new List<Block>();
        var run = new List<(LineKind Kind, string Text)>();
        foreach (var raw in body.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = LineOf(raw.Trim());
            if (run.Count > 0 && run[^1].Kind != line.Kind)
                Close(run, figures, blocks);
            if (line.Kind != LineKind.Empty)
                run.Add(line);
        }

        Close(run, figures, blocks);
        return blocks;
    }

    public static IReadOnlyList<Inline> Inlines(string text, FigureRegister figures)
    {
        var inlines = new List<Inline>();
        var from = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            if (match.Index > from)
                inlines.Add(text[from..match.Index]);
            var code = match.Groups["code"].Value;
            inlines.Add(figures.Find(code) is { } figure ? new Field(code, figure.Text) : match.Value);
            from = match.Index + match.Length;
        }

        if (from < text.Length)
            inlines.Add(text[from..]);
        return inlines;
    }

    private static void Close(List<(LineKind Kind, string Text)> run, FigureRegister figures, List<Block> blocks)
    {
        if (run.Count == 0)
            return;
        if (run[0].Kind == LineKind.Text)
        {
            blocks.AddRange(run.Select(line => new Paragraph(Inlines(line.Text, figures))));
        }
        else
        {
            if (blocks.Count > 0 && blocks[^1] is Paragraph lead)
                blocks[^1] = lead with { KeepWithNext = true };
            var style = run[0].Kind == LineKind.Bullet ? ListStyle.Bullet : ListStyle.Number;
            blocks.Add(new BlockList(style, [.. run.Select(line => new ListItem(Inlines(line.Text, figures)))]));
        }

        run.Clear();
    }

    private static (LineKind Kind, string Text) LineOf(string line)
    {
        if (line.Length == 0)
            return (LineKind.Empty, line);
        if (line.StartsWith("- ", StringComparison.Ordinal))
            return (LineKind.Bullet, line[2..].Trim());
        var number = Numbered().Match(line);
        return number.Success ? (LineKind.Number, line[number.Length..]) : (LineKind.Text, line);
    }

    [GeneratedRegex(@"\{\{\s*(?<code>[^{}\s]+)\s*\}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\d{1,2}\.\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();

    private enum LineKind
    {
        Empty,
        Text,
        Bullet,
        Number,
    }
}
