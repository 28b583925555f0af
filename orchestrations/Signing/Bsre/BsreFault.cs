using System.Net;
using System.Text.Json;

namespace Sakip.Signing;

/// <summary>
/// What the service answered instead of a result: <c>{error, status_code}</c>, or nothing of use. The text is only looked at for its
/// kind and never passed on, since it may repeat what was sent.
/// </summary>
internal sealed record BsreFault(HttpStatusCode Status, int? Code, string Text)
{
    private const int UserUnknown = 2011;
    private const int WrongPassphrase = 2031;

    public bool IsWithoutReason => (int)Status >= 500 && Code is null && ToException() is SigningServiceDownException;

    public static BsreFault Read(HttpStatusCode status, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new BsreFault(status, CodeOf(json.RootElement), TextOf(json.RootElement))
                : new BsreFault(status, null, "");
        }
        catch (JsonException)
        {
            return new BsreFault(status, null, "");
        }
    }

    public SigningException ToException() =>
        this switch
        {
            { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => new SigningServiceDownException(
                "Layanan tanda tangan menolak akun instansi. Hubungi pengelola aplikasi."
            ),
            { Code: WrongPassphrase } => BadSecret(),
            { Code: UserUnknown } => Unknown(),
            _ when Says("passphrase", "totp", "otp") => BadSecret(),
            _ when Says("expired", "kadaluarsa", "kedaluwarsa") => new CertificateExpiredException(
                "Sertifikat elektronik Anda sudah kedaluwarsa. Perbarui di BSrE, lalu tanda tangani lagi."
            ),
            _ when Says("revoke", "dicabut", "suspend") => new CertificateRevokedException(
                "Sertifikat elektronik Anda dicabut atau ditangguhkan. Hubungi verifikator BSrE instansi Anda."
            ),
            _ when Says("tidak terdaftar", "belum terdaftar", "not registered", "tidak ditemukan") => Unknown(),
            // iText 5.5 inside the service cannot rebuild every file that is a sound PDF.
            _ when Says("InvalidPdf", "Rebuild failed") => new DocumentNotSignableException(
                "Layanan tanda tangan BSrE tidak dapat membaca susunan PDF ini; dokumen belum ditandatangani. Coba sekali lagi. Bila "
                    + "tetap ditolak, minta perencana menyusun ulang dokumen atau pakai tanda tangan basah, dan kabari pengelola aplikasi."
            ),
            _ when (int)Status >= 500
                    || Status
                        is HttpStatusCode.NotFound
                            or HttpStatusCode.TooManyRequests
                            or HttpStatusCode.RequestTimeout => new SigningServiceDownException(
                "Layanan tanda tangan BSrE sedang terganggu. Coba lagi beberapa saat lagi."
            ),
            _ => new DocumentNotSignableException(
                "Layanan tanda tangan BSrE menolak dokumen ini. Hubungi pengelola aplikasi."
            ),
        };

    private bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static WrongPassphraseException BadSecret() =>
        new("Passphrase atau kode sekali pakai salah. Periksa lalu coba lagi.");

    private static SignerNotRegisteredException Unknown() =>
        new("Anda belum terdaftar di BSrE. Hubungi verifikator BSrE instansi Anda.");

    private static int? CodeOf(JsonElement json) =>
        json.TryGetProperty("status_code", out var code)
        && code.ValueKind == JsonValueKind.Number
        && code.TryGetInt32(out var value)
            ? value
            : null;

    private static string TextOf(JsonElement json)
    {
        foreach (var name in new[] { "error", "message" })
        {
            if (json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String)
            {
                return text.GetString()!;
            }
        }

        return "";
    }
}

/// <summary>Carries a fault to where it is decided what follows from it.</summary>
internal sealed class BsreFaultException(BsreFault fault) : Exception
{
    public BsreFault Fault => fault;
}
