using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;

namespace Sakip.Tests.Orchestrations.Notifications;

/// <summary>A real mail server (npm smtp-server) on loopback, with TLS and a certificate that it made itself.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly Lazy<Task> Installed = new(InstallAsync);
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private SmtpServer(Process process, DirectoryInfo folder, int port, string certificateSha256)
    {
        _process = process;
        _folder = folder;
        Port = port;
        CertificateSha256 = certificateSha256;
    }

    public int Port { get; }

    public string CertificateSha256 { get; }

    /// <summary>What the server took in, in order.</summary>
    public IReadOnlyList<MimeMessage> Received =>
        [.. _folder.GetFiles("*.eml").OrderBy(file => file.Name).Select(file => MimeMessage.Load(file.FullName))];

    public static async Task<SmtpServer> StartAsync(string mode = "starttls")
    {
        await Installed.Value;
        var folder = Directory.CreateTempSubdirectory("sakip-smtp-");
        var sha256 = WriteCertificate(folder.FullName);
        var process = Run("node", ["server.js", folder.FullName, mode]);
        var line = await process.StandardOutput.ReadLineAsync();
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new InvalidOperationException($"The mail server did not start: {line}");
        }

        return new SmtpServer(process, folder, port, sha256);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task InstallAsync()
    {
        using var npm = Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        var output = await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci failed for the test mail server: {output}");
        }
    }

    private static Process Run(string program, IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "Notifications", "SmtpServer"),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    private static string WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
