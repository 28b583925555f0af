using System.Text.Json;

namespace Sakip.Signing;

/// <summary>The service's words for the state of a certificate. One that is not known here never counts as ready.</summary>
internal static class BsreStatus
{
    public static CertificateStatus Read(JsonElement answer)
    {
        var word = answer.TryGetProperty("status", out var status) ? status.ToString() : "";
        return word switch
        {
            "ISSUE" => new(CertificateReadiness.Ready, "Sertifikat elektronik aktif."),
            "EXPIRED" or "RENEW" => new(
                CertificateReadiness.Expired,
                "Sertifikat elektronik sudah kedaluwarsa. Perbarui di BSrE sebelum menandatangani."
            ),
            "REVOKE" or "SUSPEND" => new(
                CertificateReadiness.Revoked,
                "Sertifikat elektronik dicabut atau ditangguhkan. Hubungi verifikator BSrE instansi Anda."
            ),
            "NEW" or "WAITING_FOR_VERIFICATION" => new(
                CertificateReadiness.Waiting,
                "Pendaftaran sertifikat elektronik belum selesai diverifikasi BSrE."
            ),
            "NOT_REGISTERED" or "NO_CERTIFICATE" => new(
                CertificateReadiness.NotRegistered,
                "Belum memiliki sertifikat elektronik BSrE. Hubungi verifikator BSrE instansi Anda."
            ),
            _ => new(
                CertificateReadiness.Unknown,
                "Status sertifikat elektronik tidak dikenali. Hubungi pengelola aplikasi."
            ),
        };
    }
}
