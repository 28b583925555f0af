using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>A signature as it lies in the file, with what its own mathematics say.</summary>
/// <param name="Report">None for a time stamp of the document, which signs nothing in anybody's name.</param>
/// <param name="Verifies">It is what its holder signed, from the file's first byte to the end of its range.</param>
internal sealed record FoundSignature(SignatureField Field, ByteRange? Range, VerifiedSignature? Report, bool Verifies)
{
    public int End => Range?.End ?? int.MaxValue;
}
