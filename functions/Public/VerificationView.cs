using Sakip.Reporting;
using Sakip.Signing;

namespace Sakip.Functions.Public;

/// <summary>The public page behind the code in a signature, and the answer to an uploaded file.</summary>
/// <param name="Document">What the office knows of the document; null where it knows none.</param>
/// <param name="Uploaded">The check of the file that was handed in; null where none was.</param>
/// <param name="Problem">Why the file could not be checked.</param>
internal sealed record VerificationView(PublicDocument? Document, VerificationResult? Uploaded, string? Problem = null)
{
    public VerificationResult? Check => Uploaded ?? Document?.Check;

    /// <summary>The uploaded bytes are not the latest file that the office has, though it knows their matter.</summary>
    public bool IsOlder => Uploaded is not null && Document is not null && Uploaded.Hash != Document.Hash;
}
