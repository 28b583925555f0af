namespace Sakip.Evaluation;

/// <param name="Figure">Null where the input comes from outside: a document, a plan, a report.</param>
internal sealed record TracedPart(int Depth, FigureInput Input, Figure? Figure);
