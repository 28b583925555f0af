namespace Sakip.Reporting;

/// <param name="ChangedSinceReview">Whether it says something else than what was reviewed; it is not signed then.</param>
internal sealed record AssembledReport(
    string PdfHash,
    string DocxHash,
    string? XlsxHash = null,
    bool ChangedSinceReview = false
);
