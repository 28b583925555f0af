namespace Sakip.Signing;

/// <summary>
/// Signs a finished PDF for one person. A second person signs what the first call gave back: every signer here only adds to
/// the file, so the first signature stays valid. The order of the calls is the order of the signatures.
/// </summary>
internal interface IDocumentSigner
{
    SignatureMethod Method { get; }

    /// <exception cref="SigningException">The document was not signed; the message is for the signer, in Indonesian.</exception>
    Task<SignedDocument> SignAsync(SigningRequest request, CancellationToken cancellationToken);
}

internal enum SignatureMethod
{
    /// <summary>A certificate that the office holds, or the trial certificate marked UJI COBA.</summary>
    Certificate,

    /// <summary>The signer's own certificate at BSrE, through the Esign client service.</summary>
    Bsre,

    /// <summary>Ink on paper, scanned.</summary>
    WetInk,
}
