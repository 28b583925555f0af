using Sakip.Evaluation;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Writes into every verified figure where it came from.</summary>
internal static class Provenances
{
    public static Submission Fill(
        Submission submission,
        Subject report,
        int round,
        StateRow state,
        IReadOnlyList<EvidenceRow> evidence
    )
    {
        var files = evidence.ToLookup(row => row.Owner, row => row.Sha256!);
        Provenance From(string owner) =>
            new(
                report.Dotted,
                round,
                state.SubmittedBy,
                state.SubmittedAt,
                state.VerifiedBy,
                state.VerifiedAt,
                [.. files[owner].Order(StringComparer.Ordinal)]
            );
        return submission with
        {
            Indicators =
            [
                .. submission.Indicators.Select(figure => figure with { Provenance = From(figure.Indicator) }),
            ],
            SubActivities =
            [
                .. submission.SubActivities.Select(figure => figure with { Provenance = From(figure.SubActivity) }),
            ],
        };
    }
}
