namespace Sakip.Documents;

/// <summary>Every heading can be linked to: one without an id gets one from its place in the document.</summary>
internal static class HeadingIds
{
    public static Document Complete(Document document)
    {
        var count = 0;
        return document with
        {
            Sections = [.. document.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(WithId)] })],
        };

        Block WithId(Block block) =>
            block is Heading { Id: null } heading ? heading with { Id = $"judul-{++count}" } : block;
    }
}
