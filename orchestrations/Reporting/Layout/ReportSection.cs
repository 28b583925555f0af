using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>A part of the report that is built on its own, so that a failing one is named and retried alone.</summary>
/// <param name="Code">At most 16 characters, for ids and file names.</param>
internal sealed record ReportSection(string Code, Func<ReportContext, IEnumerable<Block>> Blocks)
{
    public PageOrientation Orientation { get; init; }

    public PageNumbering Numbering { get; init; } = PageNumbering.Arabic;

    public bool RunningLines { get; init; } = true;

    public bool Continues { get; init; }

    public Section Build(ReportContext context) =>
        new([.. Blocks(context).Select(Marks.Complete)])
        {
            Orientation = Orientation,
            Numbering = Numbering,
            RunningLines = RunningLines,
            Continues = Continues,
        };
}
