using Sakip.Kernel;

namespace Sakip.Evaluation;

/// <summary>Follows a figure through the evaluation that it stands in. Pure.</summary>
internal static class FigureTraces
{
    private const int Deepest = 8;

    /// <summary>Null for a code that the evaluation does not have.</summary>
    public static TracedFigure? Of(YearEvaluation evaluation, string period, string code, Func<string, string> nameOf)
    {
        var figures = evaluation.Figures.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        if (!figures.TryGetValue(code, out var figure))
            return null;
        var parts = new List<TracedPart>();
        var reports = new List<ReportedInput>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { code };
        Follow(figure, 1);
        return new(evaluation.Unit, evaluation.Year, period, figure, evaluation.Basis, parts, [.. reports.Distinct()]);

        void Follow(Figure owner, int depth)
        {
            foreach (var input in owner.Inputs)
            {
                var part = input.Figure is null ? null : figures.GetValueOrDefault(input.Figure);
                parts.Add(new(depth, input, part));
                if (input.Provenance is { } told)
                    reports.Add(Reported(owner, input, told));
                if (part is not null && depth < Deepest && seen.Add(part.Code))
                    Follow(part, depth + 1);
            }
        }

        ReportedInput Reported(Figure owner, FigureInput input, Provenance told) =>
            new(
                owner.Code,
                input.Name,
                input.Value,
                input.Quarter is { } quarter ? Quarters.Code(quarter) : null,
                input.SubUnit,
                told,
                Named(told.SubmittedBy, nameOf),
                Named(told.VerifiedBy, nameOf)
            );
    }

    private static string? Named(string? official, Func<string, string> nameOf) =>
        official is null ? null : nameOf(official);
}
