namespace Sakip.Signing;

/// <summary>A signature on an agreement or report, for the box of an annex and the page behind the QR.</summary>
/// <param name="DocumentHash">Hash of the file with this signature.</param>
internal sealed record SignatureRecord(
    string Name,
    string Post,
    DateTimeOffset At,
    string Method,
    string? DocumentHash = null
);
