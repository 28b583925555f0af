using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>What a form gave: the review, or what is wrong with which field.</summary>
internal sealed record ReviewReading(ReviewSubmission? Submission, IReadOnlyDictionary<string, string> Errors);

/// <summary>Reads the Inspectorate's checklist from its form.</summary>
internal static class ReviewForm
{
    public const string Number = "nomor";
    public const string Conclusion = "simpulan";
    private const int LongestText = 1000;

    public static string Status(string item) => $"butir.{item}.status";

    public static string Note(string item) => $"butir.{item}.catatan";

    public static string Recommendation(string item) => $"butir.{item}.rekomendasi";

    /// <param name="isApproval">Whether the report is to go on; when it is returned, items may stay open.</param>
    public static ReviewReading Read(OfficePlan plan, IReadOnlyDictionary<string, string> form, bool isApproval)
    {
        var errors = new Dictionary<string, string>();
        var findings = new List<ReviewFinding>();
        foreach (var item in ReviewChecklist.Of(plan).SelectMany(group => group.Items))
        {
            var (note, recommendation) = (Text(Note(item.Code)), Text(Recommendation(item.Code)));
            if (!Enum.TryParse<ReviewStatus>(Text(Status(item.Code)), out var status) || !Enum.IsDefined(status))
            {
                if (isApproval)
                    errors[Status(item.Code)] = "Pilih statusnya.";
                continue;
            }

            if (status != ReviewStatus.Fulfilled && note is null)
                errors[Note(item.Code)] = "Tulis kondisi yang ditemukan.";
            if (status == ReviewStatus.NotFulfilled && recommendation is null)
                errors[Recommendation(item.Code)] = "Tulis rekomendasinya.";
            if (status == ReviewStatus.NotFulfilled && isApproval)
            {
                errors[Status(item.Code)] =
                    "Butir ini tidak terpenuhi: kembalikan laporan, atau ubah statusnya setelah diperbaiki.";
            }

            findings.Add(new ReviewFinding(item.Code, status, note, recommendation));
        }

        foreach (var (name, text) in form.Where(field => field.Value.Length > LongestText && IsOurs(field.Key)))
            errors[name] = $"Paling banyak {LongestText} huruf, sekarang {text.Length}.";
        return errors.Count > 0
            ? new ReviewReading(null, errors)
            : new ReviewReading(new ReviewSubmission(Text(Number), findings, Text(Conclusion)), errors);

        string? Text(string name) => form.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Whether a field is the review's own, so that a draft keeps it.</summary>
    public static bool IsOurs(string name) =>
        name is Number or Conclusion || name.StartsWith("butir.", StringComparison.Ordinal);

    /// <summary>The form with every item that has no status yet fulfilled.</summary>
    public static Dictionary<string, string> AllFulfilled(OfficePlan plan, IReadOnlyDictionary<string, string> form)
    {
        var filled = form.ToDictionary(StringComparer.Ordinal);
        foreach (var item in ReviewChecklist.Of(plan).SelectMany(group => group.Items))
        {
            if (filled.GetValueOrDefault(Status(item.Code), "").Length == 0)
                filled[Status(item.Code)] = nameof(ReviewStatus.Fulfilled);
        }

        return filled;
    }

    /// <summary>How many items have a status, and how many there are.</summary>
    public static (int Answered, int Total) Count(OfficePlan plan, IReadOnlyDictionary<string, string> form)
    {
        var items = ReviewChecklist.Of(plan).SelectMany(group => group.Items).ToList();
        return (items.Count(item => form.GetValueOrDefault(Status(item.Code), "").Length > 0), items.Count);
    }
}
