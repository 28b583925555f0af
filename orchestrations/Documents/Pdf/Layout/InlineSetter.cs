namespace Sakip.Documents.Pdf.Layout;

/// <summary>Turns inlines into styled text; references take their numbers and pages from here.</summary>
internal sealed class InlineSetter(Labels labels, Func<string, string> pageOf)
{
    public IReadOnlyList<StyledText> Set(IReadOnlyList<Inline> inlines, TextStyle style) =>
        [.. inlines.Select(i => Set(i, style))];

    private StyledText Set(Inline inline, TextStyle style) =>
        inline switch
        {
            TextRun run => new(
                run.Text,
                style.With(run.Bold, run.Italic) with
                {
                    Underline = run.Underline,
                    Colour = run.Colour is { } colour ? Theme.Opaque(colour.Hex) : style.Colour,
                }
            ),
            Field field => new(field.Text, style.With(field.Bold, italic: false)),
            Reference reference => new(Text(reference), style with { Target = $"#{reference.Id}" }),
            Link link => new(link.Text, style with { Colour = Theme.LinkInk, Target = link.Address.AbsoluteUri }),
            LineBreak => new("\n", style),
            _ => throw new NotSupportedException($"The PDF writer cannot set a {inline.GetType().Name}."),
        };

    private string Text(Reference reference) =>
        reference.Kind == ReferenceKind.Number ? labels.Number(reference.Id) : pageOf(reference.Id);
}
