using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sakip.Documents.Pdf.Objects;
using Sakip.Kernel;

namespace Sakip.Signing;

/// <summary>
/// Signs at BSrE with the person's own certificate. What can be checked before is checked here, since the service answers 500 without a
/// reason to a block outside its page or an odd file; such a 500 to a visible signature is followed by one attempt at an
/// invisible one. What comes back is verified before it is taken: sound, with one signature more, and the former ones still holding.
/// </summary>
internal sealed partial class BsreSigner(
    BsreClient client,
    BsreOptions options,
    IBsreIdentities identities,
    SignatureVerifier verifier,
    ILogger<BsreSigner> logger
) : IDocumentSigner, ISigningCertificateStatus
{
    public SignatureMethod Method => SignatureMethod.Bsre;

    public async Task<SignedDocument> SignAsync(SigningRequest request, CancellationToken cancellationToken)
    {
        request.Check();
        var secret =
            request.Secret ?? throw new WrongPassphraseException("Passphrase atau kode sekali pakai belum diisi.");
        CheckDocument(request);
        var identity = await identities.FindAsync(request.Signer, cancellationToken) ?? throw NotOnRecord();
        try
        {
            return await SignAsync(request, identity, secret, request.Appearance, cancellationToken);
        }
        catch (BsreFaultException e) when (e.Fault.IsWithoutReason && request.Appearance is not null)
        {
            LogFallback(SubjectOf(request), (int)e.Fault.Status);
        }
        catch (BsreFaultException e)
        {
            throw e.Fault.ToException();
        }

        try
        {
            return await SignAsync(request, identity, secret, appearance: null, cancellationToken);
        }
        catch (BsreFaultException e)
        {
            throw e.Fault.ToException();
        }
    }

    public async Task<CertificateStatus> CheckAsync(Signer signer, CancellationToken cancellationToken)
    {
        if (await identities.FindAsync(signer, cancellationToken) is not { } identity)
        {
            return new CertificateStatus(CertificateReadiness.NotRegistered, NotOnRecord().Message);
        }

        try
        {
            var answer = await client.PostAsync(
                "api/v2/user/check/status",
                identity.ToJson(),
                signer.OfficialCode,
                BsreRetry.Reading,
                options.StatusTimeout,
                cancellationToken
            );
            return BsreStatus.Read(answer);
        }
        catch (BsreFaultException e)
        {
            return e.Fault.ToException() is SignerNotRegisteredException unknown
                ? new CertificateStatus(CertificateReadiness.NotRegistered, unknown.Message)
                : throw e.Fault.ToException();
        }
    }

    /// <summary>What BSrE itself says of a signed file: its own word for the conclusion (<c>VALID</c>, …), not ours.</summary>
    public async Task<string> VerifyAtServiceAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        try
        {
            var payload = new JsonObject { ["file"] = Convert.ToBase64String(pdf) };
            var answer = await client.PostAsync(
                "api/v2/verify/pdf",
                payload,
                SignedDocument.HashOf(pdf),
                BsreRetry.Reading,
                options.VerifyTimeout,
                cancellationToken
            );
            return answer.TryGetProperty("conclusion", out var conclusion) ? conclusion.ToString() : "";
        }
        catch (BsreFaultException e)
        {
            throw e.Fault.ToException();
        }
    }

    private async Task<SignedDocument> SignAsync(
        SigningRequest request,
        BsreIdentity identity,
        SigningSecret secret,
        SignatureAppearance? appearance,
        CancellationToken cancellationToken
    )
    {
        var payload = identity.ToJson();
        payload[secret.IsOneTimeCode() ? "totp" : "passphrase"] = secret.Reveal();
        payload["signatureProperties"] = new JsonArray(PropertiesOf(request, appearance));
        payload["file"] = new JsonArray(Convert.ToBase64String(request.Pdf));
        var answer = await client.PostAsync(
            "api/v2/sign/pdf",
            payload,
            SubjectOf(request),
            BsreRetry.Signing,
            options.SignTimeout,
            cancellationToken
        );
        var signed = FileOf(answer);
        var signature = CheckAnswer(request.Pdf, signed);
        return new SignedDocument(
            signed,
            SignedDocument.HashOf(request.Pdf),
            SignedDocument.HashOf(signed),
            Method,
            signature.Certificate,
            appearance is not null
        );
    }

    private static JsonObject PropertiesOf(SigningRequest request, SignatureAppearance? appearance)
    {
        var properties = new JsonObject
        {
            ["tampilan"] = appearance is null ? "INVISIBLE" : "VISIBLE",
            ["location"] = request.Place,
            ["reason"] = request.Reason,
        };
        if (appearance is not null)
        {
            properties["imageBase64"] = Convert.ToBase64String(SignaturePicture.Draw(appearance));
            properties["page"] = appearance.Page;
            properties["originX"] = appearance.X;
            properties["originY"] = appearance.Y;
            properties["width"] = appearance.Width;
            properties["height"] = appearance.Height;
        }

        return properties;
    }

    private static void CheckDocument(SigningRequest request)
    {
        try
        {
            SignaturePlacement.Of(PdfFile.Open(request.Pdf), request.Appearance);
        }
        catch (PdfFormatException e)
        {
            throw new DocumentNotSignableException("Berkas tidak dapat ditandatangani: bukan PDF yang utuh.", e);
        }
    }

    private static byte[] FileOf(JsonElement answer)
    {
        if (
            answer.TryGetProperty("file", out var files)
            && files.ValueKind == JsonValueKind.Array
            && files.GetArrayLength() == 1
            && files[0].ValueKind == JsonValueKind.String
            && files[0].TryGetBytesFromBase64(out var bytes)
        )
        {
            return bytes;
        }

        throw Unsound();
    }

    private VerifiedSignature CheckAnswer(byte[] before, byte[] after)
    {
        var result = verifier.Verify(after);
        return
            result.Signatures.Count == verifier.Verify(before).Signatures.Count + 1
            && result.Signatures.All(s => s.IsSound)
            && result.Signatures[^1].CoversWholeDocument
            ? result.Signatures[^1]
            : throw Unsound();
    }

    private static string SubjectOf(SigningRequest request) =>
        $"{request.FieldName}/{SignedDocument.HashOf(request.Pdf)[..12]}";

    private static SigningServiceDownException Unsound() =>
        new("Berkas yang dikembalikan layanan tanda tangan BSrE rusak; tidak disimpan. Coba lagi beberapa saat lagi.");

    private static SignerNotRegisteredException NotOnRecord() =>
        new("NIK atau surel BSrE Anda belum tercatat. Hubungi pengelola aplikasi.");

    [LoggerMessage(
        EventIds.BsreVisibleSignatureRefused,
        LogLevel.Warning,
        "BSrE answered {Status} to the visible signature {Subject}: trying an invisible one"
    )]
    private partial void LogFallback(string subject, int status);
}
