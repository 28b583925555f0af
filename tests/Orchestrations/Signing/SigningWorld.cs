using System.Diagnostics;
using Sakip.Signing;
using SkiaSharp;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>A small document, two people who sign it, and the tools that judge the result.</summary>
internal static class SigningWorld
{
    public static readonly DateTimeOffset SignedAt = new(2024, 1, 2, 9, 30, 0, TimeSpan.FromHours(8));
    public static readonly Signer First = new("kabiro", "Contoh Pertama, S.Kom.", "Kepala Biro Contoh");
    public static readonly Signer Second = new("sekda", "Contoh Kedua, M.Si.", "Sekretaris Daerah Contoh");

    public static CertificateSigner WithCertificate { get; } = new(new TrialCertificates(), TimeProvider.System);

    public static byte[] Document(int pages = 2)
    {
        using var output = new MemoryStream();
        using (var document = SKDocument.CreatePdf(output))
        using (var paint = new SKPaint())
        {
            for (var page = 1; page <= pages; page++)
            {
                document.BeginPage(595, 842).DrawRect(50, 50, 100, 20 * page, paint);
                document.EndPage();
            }

            document.Close();
        }

        return output.ToArray();
    }

    public static SigningRequest Request(byte[] pdf, Signer signer, int slot = 0) =>
        new(pdf, signer, signer.OfficialCode, "Perjanjian Kinerja 2024", "Denpasar", SignedAt.AddDays(slot))
        {
            Appearance = new SignatureAppearance
            {
                Page = 2,
                X = 60 + (slot * 240),
                Y = 100,
                Width = 220,
                Height = 60,
                Lines = ["Ditandatangani secara elektronik oleh:", signer.Name, signer.RoleLine],
                QrPayload = "https://sakip.example/v/0123456789abcdef0123456789abcdef",
            },
        };

    public static async Task<byte[]> SignAsync(byte[] pdf, Signer signer, int slot = 0) =>
        (await WithCertificate.SignAsync(Request(pdf, signer, slot), TestContext.Current.CancellationToken)).Pdf;

    public static async Task<byte[]> SignTwiceAsync() =>
        await SignAsync(await SignAsync(Document(), First), Second, slot: 1);

    /// <summary>Runs a command-line tool on the bytes as a file and gives its exit code and everything it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string tool, byte[] pdf, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var path = await folder.WriteAsync("in.pdf", pdf);
        return await RunAsync(tool, [.. arguments, path]);
    }

    public static async Task<string> TextOfAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var (_, text) = await RunAsync("pdftotext", ["-layout", await folder.WriteAsync("in.pdf", pdf), "-"]);
        return text;
    }

    /// <summary>Has qpdf write the file anew and gives what it wrote.</summary>
    public static async Task<(string Output, byte[] Pdf)> ConvertAsync(byte[] pdf, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var (input, output) = (await folder.WriteAsync("in.pdf", pdf), folder.PathOf("out.pdf"));
        var (_, said) = await RunAsync("qpdf", [.. arguments, input, output]);
        return (said, await File.ReadAllBytesAsync(output));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string tool, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sakip-signing-");

        public string PathOf(string name) => Path.Combine(_folder.FullName, name);

        public async Task<string> WriteAsync(string name, byte[] bytes)
        {
            await File.WriteAllBytesAsync(PathOf(name), bytes);
            return PathOf(name);
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
