using Sakip.Kernel;

namespace Sakip.Evaluation;

internal enum FigureKind
{
    Value,
    Percent,
    Rupiah,
    Count,
    Year,
    Text,
}

/// <summary>A figure that report, dashboard or export may show, and how it came about.</summary>
/// <param name="Code">The name that placeholders use, for example "capaian.rb".</param>
/// <param name="Label">Indonesian.</param>
/// <param name="Text">As printed; "-" where absent.</param>
/// <param name="Formula">Indonesian.</param>
internal sealed record Figure(
    string Code,
    string Label,
    FigureKind Kind,
    ValueState State,
    decimal? Value,
    string Text,
    string Formula,
    IReadOnlyList<FigureInput> Inputs,
    int PolicyVersion
);

/// <summary>What went into a figure: another figure, or something that was reported, agreed or planned.</summary>
/// <param name="Figure">Code of the figure that it is; null where it comes from outside.</param>
/// <param name="Source">Indonesian: the document it comes from.</param>
internal sealed record FigureInput(
    string Name,
    decimal? Value,
    string? Figure = null,
    string? Source = null,
    Quarter? Quarter = null,
    string? SubUnit = null,
    Provenance? Provenance = null
);
