namespace Sakip.Signing;

/// <summary>
/// A document was not signed. <see cref="Exception.Message"/> is for the signer, in Indonesian; it never holds a secret, an
/// identity number or a service's raw answer.
/// </summary>
internal abstract class SigningException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What the signer gave is wrong and can be given again; otherwise it is the certificate or the service.</summary>
    public bool IsSignersOwn => this is WrongPassphraseException or DocumentNotSignableException;
}

/// <summary>The passphrase or one-time code is wrong, or none was given.</summary>
internal sealed class WrongPassphraseException(string message, Exception? cause = null)
    : SigningException(message, cause);

/// <summary>The certificate has expired or is not valid yet.</summary>
internal sealed class CertificateExpiredException(string message, Exception? cause = null)
    : SigningException(message, cause);

/// <summary>The certificate was revoked or suspended.</summary>
internal sealed class CertificateRevokedException(string message, Exception? cause = null)
    : SigningException(message, cause);

/// <summary>The person has no certificate.</summary>
internal sealed class SignerNotRegisteredException(string message, Exception? cause = null)
    : SigningException(message, cause);

/// <summary>The signing service cannot be reached, is too slow, refuses our account or answers what cannot be read.</summary>
internal sealed class SigningServiceDownException(string message, Exception? cause = null)
    : SigningException(message, cause);

/// <summary>The file cannot be signed: not a PDF as made here, a block outside the page, a field that is signed already.</summary>
internal sealed class DocumentNotSignableException(string message, Exception? cause = null)
    : SigningException(message, cause);
