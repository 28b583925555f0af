using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sakip.Signing;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

public sealed class BsreSignerTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly ListLogger _log = new();
    private readonly SignatureVerifier _verifier = new([TrustAnchor.Trial], TimeProvider.System);
    private BsreStandIn _service = null!;

    public async ValueTask InitializeAsync() => _service = await BsreStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_document_is_signed_at_the_service_and_verified_before_it_is_taken()
    {
        var signed = await SignAsync();

        Assert.Equal((SignatureMethod.Bsre, true), (signed.Method, signed.IsVisible));
        Assert.Equal("UJI COBA - Contoh Pertama, S.Kom.", signed.Certificate!.Name);
        Assert.Equal(VerificationOutcome.Trial, _verifier.Verify(signed.Pdf).Outcome);
    }

    [Fact]
    public async Task What_is_sent_is_what_the_interface_asks_for()
    {
        await SignAsync();

        var sent = Assert.Single(_service.Received);
        var properties = sent["signatureProperties"]![0]!;
        Assert.Equal(BsreStandIn.Nik, (string)sent["nik"]!);
        Assert.Equal(
            ("VISIBLE", 2, 60d, 100d),
            (
                (string)properties["tampilan"]!,
                (int)properties["page"]!,
                (double)properties["originX"]!,
                (double)properties["originY"]!
            )
        );
        Assert.Equal(
            ("Denpasar", "Perjanjian Kinerja 2024"),
            ((string)properties["location"]!, (string)properties["reason"]!)
        );
        Assert.StartsWith("iVBOR", (string)properties["imageBase64"]!, StringComparison.Ordinal);
        // A tag would stay on the page where the service does not find it.
        Assert.DoesNotContain(properties.AsObject(), one => one.Key is "tag" or "tag_koordinat");
    }

    [Fact]
    public async Task A_one_time_code_takes_the_place_of_the_passphrase()
    {
        await SignAsync(SigningSecret.OneTimeCode("123456"));

        Assert.Equal("123456", (string)_service.Received[0]["totp"]!);
        Assert.False(_service.Received[0].ContainsKey("passphrase"));
    }

    [Fact]
    public async Task A_visible_signature_that_fails_without_a_reason_is_tried_once_more_invisibly()
    {
        _service.Mood = Mood.FailsOnVisible;

        var signed = await SignAsync();

        Assert.False(signed.IsVisible);
        Assert.Equal(
            ["VISIBLE", "INVISIBLE"],
            _service.Received.Select(r => (string)r["signatureProperties"]![0]!["tampilan"]!)
        );
    }

    [Theory]
    [InlineData(Mood.WrongPassphrase, typeof(WrongPassphraseException), "Passphrase", 1)]
    [InlineData(Mood.WrongPassphraseAs500, typeof(WrongPassphraseException), "Passphrase", 1)]
    [InlineData(Mood.Expired, typeof(CertificateExpiredException), "kedaluwarsa", 1)]
    [InlineData(Mood.Revoked, typeof(CertificateRevokedException), "dicabut", 1)]
    [InlineData(Mood.NotRegistered, typeof(SignerNotRegisteredException), "belum terdaftar", 1)]
    [InlineData(Mood.OddPdf, typeof(DocumentNotSignableException), "menolak dokumen", 1)]
    [InlineData(Mood.InvalidPdf, typeof(DocumentNotSignableException), "tidak dapat membaca susunan PDF", 1)]
    [InlineData(Mood.InvalidPdfAs500, typeof(DocumentNotSignableException), "tanda tangan basah", 1)]
    [InlineData(Mood.FailsWithoutReason, typeof(SigningServiceDownException), "terganggu", 2)]
    [InlineData(Mood.Silent, typeof(SigningServiceDownException), "terlalu lama", 1)]
    [InlineData(Mood.TruncatedFile, typeof(SigningServiceDownException), "rusak", 1)]
    [InlineData(Mood.ForeignFile, typeof(SigningServiceDownException), "rusak", 1)]
    [InlineData(Mood.Prose, typeof(SigningServiceDownException), "tidak dapat dibaca", 1)]
    public async Task Every_fault_has_its_type_its_words_and_its_number_of_attempts(
        Mood mood,
        Type type,
        string words,
        int attempts
    )
    {
        _service.Mood = mood;

        var failure = await Record.ExceptionAsync(() => SignAsync());

        Assert.IsType(type, failure);
        Assert.Contains(words, failure!.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(attempts, _service.Received.Count);
        AssertKeepsSecrets(failure.ToString());
    }

    [Fact]
    public async Task A_refused_account_is_not_the_signers_fault()
    {
        var failure = await Assert.ThrowsAsync<SigningServiceDownException>(() => SignAsync(password: "salah"));

        Assert.Contains("akun instansi", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_tried_again_since_nothing_was_sent()
    {
        var address = _service.Address;
        await _service.DisposeAsync();

        await Assert.ThrowsAsync<SigningServiceDownException>(() => SignAsync(address: address));

        Assert.Equal(3, _log.Lines.Count(l => l.Contains("attempt", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_block_outside_the_page_never_reaches_the_service()
    {
        var request = Request(Document(), First) with { Secret = SigningSecret.Passphrase(BsreStandIn.Passphrase) };
        request = request with { Appearance = request.Appearance! with { X = 500 } };

        await Assert.ThrowsAsync<DocumentNotSignableException>(() =>
            Signer().SignAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Empty(_service.Received);
    }

    [Theory]
    [InlineData("ISSUE", CertificateReadiness.Ready)]
    [InlineData("EXPIRED", CertificateReadiness.Expired)]
    [InlineData("REVOKE", CertificateReadiness.Revoked)]
    [InlineData("NO_CERTIFICATE", CertificateReadiness.NotRegistered)]
    [InlineData("WAITING_FOR_VERIFICATION", CertificateReadiness.Waiting)]
    [InlineData("ENTAH", CertificateReadiness.Unknown)]
    public async Task The_certificate_is_checked_before_a_round_opens(string word, CertificateReadiness expected)
    {
        _service.Status = word;

        var status = await Signer().CheckAsync(First, TestContext.Current.CancellationToken);

        Assert.Equal((expected, expected == CertificateReadiness.Ready), (status.Readiness, status.CanSign));
    }

    [Fact]
    public async Task A_status_check_survives_a_passing_fault()
    {
        _service.Mood = Mood.StatusDownOnce;

        Assert.True((await Signer().CheckAsync(First, TestContext.Current.CancellationToken)).CanSign);
        Assert.Equal(2, _service.Received.Count);
    }

    [Fact]
    public async Task The_services_own_verdict_can_be_asked_for() =>
        Assert.Equal("VALID", await Signer().VerifyAtServiceAsync(Document(), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(Mood.Honest)]
    [InlineData(Mood.FailsOnVisible)]
    [InlineData(Mood.WrongPassphrase)]
    [InlineData(Mood.Prose)]
    public async Task No_secret_ever_reaches_a_log(Mood mood)
    {
        _service.Mood = mood;

        await Record.ExceptionAsync(() => SignAsync());

        Assert.NotEmpty(_log.Lines);
        AssertKeepsSecrets(string.Join('\n', _log.Lines));
    }

    private static void AssertKeepsSecrets(string text)
    {
        Assert.DoesNotContain(BsreStandIn.Passphrase, text, StringComparison.Ordinal);
        Assert.DoesNotContain(BsreStandIn.Nik, text, StringComparison.Ordinal);
        Assert.DoesNotContain("sandi-layanan", text, StringComparison.Ordinal);
    }

    private Task<SignedDocument> SignAsync(
        SigningSecret? secret = null,
        string password = "sandi-layanan",
        Uri? address = null
    ) =>
        Signer(password, address)
            .SignAsync(
                Request(Document(), First) with
                {
                    Secret = secret ?? SigningSecret.Passphrase(BsreStandIn.Passphrase),
                },
                TestContext.Current.CancellationToken
            );

    private BsreSigner Signer(string password = "sandi-layanan", Uri? address = null)
    {
        var options = new BsreOptions
        {
            BaseAddress = address ?? _service.Address,
            UserName = "sakip",
            Password = password,
            SignTimeout = TimeSpan.FromSeconds(_service.Mood == Mood.Silent ? 1 : 30),
            FirstDelay = TimeSpan.FromMilliseconds(1),
        };
        options.Validate();
        var client = new BsreClient(_http, options, TimeProvider.System, _log.For<BsreClient>());
        return new BsreSigner(client, options, new Identities(), _verifier, _log.For<BsreSigner>());
    }

    private sealed class Identities : IBsreIdentities
    {
        public Task<BsreIdentity?> FindAsync(Signer signer, CancellationToken cancellationToken) =>
            Task.FromResult<BsreIdentity?>(BsreIdentity.Nik(BsreStandIn.Nik));
    }

    private sealed class ListLogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger<T> For<T>() => new Writer<T>(Lines);

        private sealed class Writer<T>(ConcurrentQueue<string> lines) : ILogger<T>
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
