using System.Security.Cryptography.X509Certificates;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sakip.Access;
using Sakip.Signing;

namespace Sakip.Functions.Signing;

/// <summary>How documents are signed: section "Signing".</summary>
internal static class SigningSetup
{
    /// <summary>
    /// <c>Signing:Method</c> is <c>Bsre</c> with section <c>Signing:Bsre</c>, <c>Certificate</c> with
    /// <c>Signing:Certificate</c> (PKCS#12, base64), or <c>Trial</c>, whose certificates say UJI COBA and bind nobody.
    /// There is no default: nobody must sign on trial without knowing it. <c>Signing:TrustedRoots</c> lists root
    /// certificates (base64) whose signatures count as valid on the public page.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static void AddSigning(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SigningFailures>();
        var section = builder.Configuration.GetSection("Signing");
        var verifier = new SignatureVerifier([.. Trial(section), .. Roots(section)], TimeProvider.System);
        services.AddSingleton(verifier);
        services.AddSingleton<WetInkSigner>().AddSingleton<DocumentRegister>();
        if (section["Method"] == nameof(SignatureMethod.Bsre))
        {
            AddBsre(services, section.GetSection("Bsre"));
            return;
        }

        var certificates = Certificates(section);
        services.AddSingleton(certificates).AddSingleton(SignatureNote.Plain);
        // A certificate is valid or not by the machine's clock, also where the office's clock is a virtual one.
        services.AddSingleton<IDocumentSigner>(new CertificateSigner(certificates, TimeProvider.System));
        services.AddSingleton(new SignerStatus(certificates: certificates));
    }

    private static void AddBsre(IServiceCollection services, IConfigurationSection section)
    {
        var options = Options(section);
        var niks = section
            .GetSection("Identities")
            .GetChildren()
            .SelectMany(child =>
                child.Value is { } alone
                    ? [(child.Key, Nik: alone)]
                    : child.GetChildren().Select(own => (Key: $"{child.Key}:{own.Key}", Nik: own.Value ?? ""))
            )
            .ToDictionary(one => one.Key, one => one.Nik, StringComparer.Ordinal);
        services.AddSingleton(Note(section));
        services.AddSingleton(provider =>
        {
            var loggers = provider.GetRequiredService<ILoggerFactory>();
            // The client's own limits are the options'; a redirection would carry the passphrase elsewhere.
            var http = new HttpClient(
                new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
            )
            {
                Timeout = Timeout.InfiniteTimeSpan,
            };
            return new BsreSigner(
                new BsreClient(http, options, TimeProvider.System, loggers.CreateLogger<BsreClient>()),
                options,
                new OfficialBsreIdentities(
                    niks,
                    async cancellation =>
                        (await provider.GetRequiredService<People>().YearsAsync(cancellation))
                            .Select(row => row.Unit)
                            .Distinct()
                            .Count()
                ),
                provider.GetRequiredService<SignatureVerifier>(),
                loggers.CreateLogger<BsreSigner>()
            );
        });
        services.AddSingleton<IDocumentSigner>(provider => provider.GetRequiredService<BsreSigner>());
        services.AddSingleton(provider => new SignerStatus(provider.GetRequiredService<BsreSigner>()));
    }

    // An empty setting prints none.
    private static SignatureNote Note(IConfigurationSection section) =>
        section.GetValue<string>("Footer") is { } text ? SignatureNote.Bsre with { Text = text } : SignatureNote.Bsre;

    private static BsreOptions Options(IConfigurationSection section)
    {
        try
        {
            var known = new BsreOptions
            {
                BaseAddress = new Uri(Required(section, "BaseAddress")),
                UserName = Required(section, "UserName"),
                Password = Required(section, "Password"),
            };
            var options = new BsreOptions
            {
                BaseAddress = known.BaseAddress,
                UserName = known.UserName,
                Password = known.Password,
                SignTimeout = section.GetValue("SignTimeout", known.SignTimeout),
                StatusTimeout = section.GetValue("StatusTimeout", known.StatusTimeout),
                VerifyTimeout = section.GetValue("VerifyTimeout", known.VerifyTimeout),
                Attempts = section.GetValue("Attempts", known.Attempts),
                FirstDelay = section.GetValue("FirstDelay", known.FirstDelay),
            };
            options.Validate();
            return options;
        }
        catch (Exception wrong) when (wrong is ArgumentException or UriFormatException)
        {
            throw new InvalidOperationException("Signing:Bsre is not usable: " + wrong.Message, wrong);
        }
    }

    private static string Required(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"Signing:Bsre:{name} is required when Signing:Method is Bsre.");

    // The key of the trial root is in the repository: where documents bind, it speaks for nobody.
    private static IEnumerable<TrustAnchor> Trial(IConfigurationSection section) =>
        section["Method"] == "Trial" ? [TrustAnchor.Trial] : [];

    private static IEnumerable<TrustAnchor> Roots(IConfigurationSection section) =>
        section
            .GetSection("TrustedRoots")
            .GetChildren()
            .Select(root => new TrustAnchor(
                X509CertificateLoader.LoadCertificate(Convert.FromBase64String(root.Value ?? "")),
                section["Method"] == nameof(SignatureMethod.Bsre) ? SignatureMethod.Bsre : SignatureMethod.Certificate
            ));

    private static ISigningCertificates Certificates(IConfigurationSection section) =>
        section["Method"] switch
        {
            "Trial" => new TrialCertificates(),
            "Certificate" => new OfficeCertificates(
                Convert.FromBase64String(
                    section["Certificate"]
                        ?? throw new InvalidOperationException(
                            "Signing:Certificate is required when Signing:Method is Certificate."
                        )
                ),
                section["CertificatePassword"]
            ),
            var other => throw new InvalidOperationException(
                $"Signing:Method is '{other}': set it to Bsre or Certificate, or to Trial for a rehearsal."
            ),
        };
}
