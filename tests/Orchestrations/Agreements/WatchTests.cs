using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Reporting;
using Sakip.Tests.Orchestrations.Signing;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;
using static Sakip.Tests.Orchestrations.Planning.YearChangeWorld;

namespace Sakip.Tests.Orchestrations.Agreements;

/// <summary>Sweeps that watch dates and posts: each tells once however often it runs, and after missed days only the latest.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class WatchTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task The_month_after_the_budget_document_is_warned_of_once_for_each_rung()
    {
        var office = await SmallOffice.OpenAsync(emulated, "satu-bulan");
        var sweep = new AgreementDeadlines(
            office.Storage,
            office.Plans,
            office.Orders,
            office.Dispatcher,
            office.Clock
        );
        var budget = (await office.Plans.BudgetAsync(new OfficeYear(office.Unit, 2024), 0, Cancellation)).Date;

        await AtAsync(office, budget.AddDays(19), sweep);
        Assert.Empty(office.Letters.Sent);
        await AtAsync(office, budget.AddDays(20), sweep);
        await AtAsync(office, budget.AddDays(21), sweep);
        Assert.Equal(["p01", "p13"], Told(office, MessageKind.AgreementDeadlineNear));
        await AtAsync(office, budget.AddDays(28), sweep);
        await AtAsync(office, budget.AddDays(29), sweep);
        Assert.Equal(["p01", "p01", "p13", "p13"], Told(office, MessageKind.AgreementDeadlineNear));
    }

    [Fact]
    public async Task After_missed_days_only_the_latest_warning_goes_out_and_none_for_an_agreement_in_force()
    {
        var office = await SmallOffice.OpenAsync(emulated, "terlewat");
        var sweep = new AgreementDeadlines(
            office.Storage,
            office.Plans,
            office.Orders,
            office.Dispatcher,
            office.Clock
        );
        var budget = (await office.Plans.BudgetAsync(new OfficeYear(office.Unit, 2024), 0, Cancellation)).Date;
        await AtAsync(office, budget.AddDays(28), sweep);
        Assert.Equal(["p01", "p13"], Told(office, MessageKind.AgreementDeadlineNear));

        var other = await SmallOffice.OpenAsync(emulated, "masih-berlaku");
        await other.Dispatcher.CommitAsync(
            new SubjectChange(other.Agreement, "in-force", other.Clock.GetUtcNow())
                .By(Actor.System, AuditAction.PutAgreementInForce)
                .Set(new StateRow { State = nameof(AgreementState.InForce), At = other.Clock.GetUtcNow() }),
            null,
            Cancellation
        );
        await AtAsync(
            other,
            budget.AddDays(28),
            new AgreementDeadlines(other.Storage, other.Plans, other.Orders, other.Dispatcher, other.Clock)
        );
        Assert.Empty(other.Letters.Sent);
    }

    [Fact]
    public async Task Another_head_calls_for_one_revision_however_often_it_is_looked_at()
    {
        var office = await InForceAsync("kepala-baru");
        var watch = new OfficialWatch(office.Plans, office.Records, office.Orders, office.Clock);
        Assert.Null(await watch.CallAsync(new OfficeYear(office.Unit, 2024), Cancellation));

        await AppointAsync(office, "kepala-biro", "p03", Tenure.Plt);
        var call = await watch.CallAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        var order = await office.Orders.KeepAsync(
            new OfficeYear(office.Unit, 2024),
            RevisionCause.OfficialChanged,
            call!,
            Cancellation
        );

        Assert.Equal((1, RevisionReason.OfficialChanged), (order.Number, order.Reason));
        Assert.Null(await watch.CallAsync(new OfficeYear(office.Unit, 2024), Cancellation));
        await office.Orders.AssignAsync(
            new OfficeYear(office.Unit, 2024),
            RevisionCause.OfficialChanged,
            1,
            Cancellation
        );
        Assert.Null(await watch.CallAsync(new OfficeYear(office.Unit, 2024), Cancellation));
    }

    [Fact]
    public async Task A_changed_strategic_plan_calls_for_one_revision_on_its_day_whoever_sees_it_first()
    {
        var office = await InForceAsync("renstra-baru");
        var year = new OfficeYear(office.Unit, 2024);
        var watch = new StrategicWatch(office.Plans, office.Records, office.Orders, office.Clock);
        var changed = await office.PlanDesk.ChangeAsync(
            year,
            plan => Applied(Retiring("rb", "2024-08-01"), On("2024-07-20"), plan),
            Actor.System,
            "RPJMD baru.",
            new PlanChangeSettings(IsRecorded: true),
            Cancellation
        );
        Assert.True(changed.Stands, string.Join("; ", changed.Errors));

        office.Clock.SetUtcNow(new DateTimeOffset(2024, 7, 31, 2, 0, 0, TimeSpan.Zero));
        Assert.Empty(await watch.CallsAsync(year, Cancellation));
        office.Clock.SetUtcNow(new DateTimeOffset(2024, 8, 1, 2, 0, 0, TimeSpan.Zero));
        var call = Assert.Single(await watch.CallsAsync(year, Cancellation));
        var first = await office.Orders.KeepAsync(year, RevisionCause.Requested, call, Cancellation);
        var second = await office.Orders.KeepAsync(year, RevisionCause.Requested, call, Cancellation);

        Assert.Equal((1, 1), (first.Number, second.Number));
        Assert.Equal((RevisionReason.StrategyOrBudgetChanged, "rb"), (first.Reason, Assert.Single(first.Retired!)));
        Assert.Empty(await watch.CallsAsync(year, Cancellation));
    }

    [Fact]
    public async Task Another_superior_is_told_to_the_planner_once()
    {
        var office = await InForceAsync("atasan-baru");
        var watch = new SuperiorWatch(office.Storage, office.Plans, office.Records, office.Dispatcher, office.Clock);
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        Assert.Empty(office.Letters.Sent);

        await AppointAsync(office, "asisten", "p03", Tenure.Plt);
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);

        Assert.Equal(["p13"], Told(office, MessageKind.SuperiorChanged));
        Assert.Contains("berganti dari", office.Letters.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_superior_who_heads_another_office_changes_with_that_office_and_the_planner_is_told()
    {
        var parent = await SmallOffice.OpenAsync(emulated, "dinas-induk");
        await parent.PlanDesk.ChangeAsync(
            new OfficeYear(parent.Unit, 2024),
            plan => plan with { Agreement = plan.Agreement with { FirstParty = "asisten", SecondParty = "inspektur" } },
            Actor.System,
            "Dipimpin asisten.",
            Cancellation
        );
        var office = await InForceAsync("uptd-anak");
        var year = new OfficeYear(office.Unit, 2024);
        await office.PlanDesk.ChangeAsync(
            year,
            plan =>
                plan with
                {
                    Posts =
                    [
                        .. plan.Posts.Select(post =>
                            post.Code == "asisten" ? post with { HeldIn = "dinas-induk/asisten" } : post
                        ),
                    ],
                },
            Actor.System,
            "Atasan adalah kepala dinas induk.",
            Cancellation
        );
        var follower = new SuperiorOffices(office.Plans, office.PlanDesk, NullLogger<SuperiorOffices>.Instance);
        var watch = new SuperiorWatch(office.Storage, office.Plans, office.Records, office.Dispatcher, office.Clock);
        Assert.Null(await follower.FollowAsync(year, Cancellation));

        await AppointAsync(parent, "asisten", "p03", Tenure.Plt);
        var followed = await follower.FollowAsync(year, Cancellation);
        await watch.RunAsync(year, Cancellation);

        Assert.Equal(PlanChangeOutcome.Changed, followed?.Outcome);
        Assert.Null(await follower.FollowAsync(year, Cancellation));
        Assert.Equal(["p13"], Told(office, MessageKind.SuperiorChanged));
        var standing = await office.Plans.PlanAsync(year, Cancellation);
        Assert.Null(await follower.FaultAsync(standing, Cancellation));
        var entered = OpenSteps.WithActing(
            standing with
            {
                Appointments = [.. standing.Appointments.Where(one => one.Post != "asisten")],
            },
            new Appointment("p04", "asisten", Tenure.Plt, new DateOnly(2024, 1, 1), null, "SPT/1/2024")
        );
        var refused = await office.PlanDesk.ChangeAsync(year, _ => entered, Actor.System, "Diisi sini.", Cancellation);
        Assert.Contains("/kantor/dinas-induk/2024/perubahan/pejabat", Assert.Single(refused.Errors).Message);
        Assert.Equal(refused.Errors, await office.PlanDesk.CheckAsync(entered, Cancellation));
    }

    [Fact]
    public async Task A_superior_whom_the_rules_do_not_let_in_is_reported_with_the_reason()
    {
        var parent = await SmallOffice.OpenAsync(emulated, "induk-sekotak");
        var office = await SmallOffice.OpenAsync(emulated, "anak-sekotak");
        var year = new OfficeYear(office.Unit, 2024);
        var link = FormattableString.Invariant($"{parent.Unit}/kepala-biro");
        // The head there has a mailbox that is another person's here.
        await office.PlanDesk.ChangeAsync(
            year,
            plan =>
                plan with
                {
                    Posts = [.. plan.Posts.Select(post => post.Code == "asisten" ? post with { HeldIn = link } : post)],
                    Officials =
                    [
                        .. plan.Officials.Select(one =>
                            one.Code switch
                            {
                                "p01" => one with { Email = "lama@contoh.example" },
                                "p05" => one with { Email = plan.Officials[0].Email },
                                _ => one,
                            }
                        ),
                    ],
                },
            Actor.System,
            "Atasan adalah kepala dinas induk.",
            Cancellation
        );
        var log = new Mock<ILogger<SuperiorOffices>>();
        log.Setup(one => one.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        var follower = new SuperiorOffices(office.Plans, office.PlanDesk, log.Object);

        var first = await follower.FollowAsync(year, Cancellation);
        await follower.FollowAsync(year, Cancellation);

        Assert.Equal(PlanChangeOutcome.Refused, first?.Outcome);
        Assert.Contains(
            "sudah dipakai",
            await follower.FaultAsync(await office.Plans.PlanAsync(year, Cancellation), Cancellation),
            StringComparison.Ordinal
        );
        var entry = Assert.Single(log.Invocations, call => call.Method.Name == nameof(ILogger.Log));
        Assert.Equal(EventIds.SuperiorNotFollowed, ((EventId)entry.Arguments[1]!).Id);
    }

    [Fact]
    public async Task Who_stands_in_for_days_binds_nobody_anew()
    {
        var office = await InForceAsync("harian");
        await AppointAsync(office, "asisten", "p03", Tenure.Plh);
        await new SuperiorWatch(office.Storage, office.Plans, office.Records, office.Dispatcher, office.Clock).RunAsync(
            new OfficeYear(office.Unit, 2024),
            Cancellation
        );
        Assert.Empty(office.Letters.Sent);
    }

    [Fact]
    public async Task A_certificate_that_ends_within_thirty_days_is_told_to_signer_and_keeper_once()
    {
        var office = await SmallOffice.OpenAsync(emulated, "sertifikat");
        var ends = office.Clock.GetUtcNow().AddDays(40);
        var watch = new CertificateWatch(
            office.Storage,
            office.Plans,
            new CertificateEnds(
                office.Records,
                office.Vault,
                new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System),
                new SignerStatus(certificates: new Ending(ends))
            ),
            office.Dispatcher,
            office.Clock
        );
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        Assert.Empty(office.Letters.Sent);

        office.Clock.Advance(TimeSpan.FromDays(12));
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);

        var told = office.Letters.Sent.Where(letter => letter.Kind == MessageKind.CertificateExpiring).ToList();
        Assert.Contains(told, letter => letter.To.Code == "p01");
        Assert.Contains(told, letter => letter.To.Code == "p02");
        Assert.Equal(told.Count, told.DistinctBy(letter => (letter.To.Code, letter.Text)).Count());
        Assert.All(told, letter => Assert.Contains("dalam 28 hari", letter.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_service_holds_the_certificates_the_newest_signature_tells_when_one_ends()
    {
        var office = await SmallOffice.OpenAsync(emulated, "sertifikat-bsre");
        var plan = await office.Plans.PlanAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        var first = plan.Officials.Single(official => official.Code == "p01");
        var signed = await SigningWorld.SignAsync(
            SigningWorld.Document(),
            Signer.Of(first, office.Unit, "Kepala Biro Contoh")
        );
        var snapshot = SampleReport.First with { Unit = office.Unit };
        await office.Records.PutInForceAsync(
            snapshot,
            new AgreementRecord(
                await office.Vault.KeepSnapshotAsync(SakipJson.Bytes(snapshot), Cancellation),
                await office.Vault.KeepDocumentAsync(signed, "application/pdf", Cancellation),
                new DateOnly(2024, 1, 5),
                []
            ),
            Cancellation
        );
        var verifier = new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System);
        var ends = verifier.Verify(signed).Signatures.Single().Certificate!.ValidUntil;
        var watch = new CertificateWatch(
            office.Storage,
            office.Plans,
            new CertificateEnds(
                office.Records,
                office.Vault,
                verifier,
                new SignerStatus(service: Mock.Of<ISigningCertificateStatus>())
            ),
            office.Dispatcher,
            office.Clock
        );

        office.Clock.SetUtcNow(ends.AddDays(-31));
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        Assert.Empty(office.Letters.Sent);
        office.Clock.SetUtcNow(ends.AddDays(-29));
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        await watch.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);

        // The other party has signed nothing yet, so of its certificate nothing is known.
        Assert.Contains("p01", Told(office, MessageKind.CertificateExpiring));
        Assert.All(
            office.Letters.Sent,
            letter => Assert.Contains(first.FullName(), letter.Text, StringComparison.Ordinal)
        );
        Assert.Equal(
            Told(office, MessageKind.CertificateExpiring).Distinct(),
            Told(office, MessageKind.CertificateExpiring)
        );
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(30, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void Thirty_days_before_its_end_a_certificate_is_near_it(int days, bool near)
    {
        var now = new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(near, CertificateWatch.IsNear(now.AddDays(days), now));
    }

    private async Task<SmallOffice> InForceAsync(string unit)
    {
        var office = await SmallOffice.OpenAsync(emulated, unit);
        var snapshot = SampleReport.First with { Unit = office.Unit };
        var kept = await office.Vault.KeepSnapshotAsync(SakipJson.Bytes(snapshot), Cancellation);
        await office.Records.PutInForceAsync(
            snapshot,
            new AgreementRecord(kept, new string('a', 64), new DateOnly(2024, 1, 5), []),
            Cancellation
        );
        return office;
    }

    private static async Task AtAsync(SmallOffice office, DateOnly day, AgreementDeadlines sweep)
    {
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        office.Clock.SetUtcNow(at);
        await sweep.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        await sweep.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
    }

    private static List<string> Told(SmallOffice office, MessageKind kind) =>
        [
            .. office
                .Letters.Sent.Where(letter => letter.Kind == kind)
                .Select(letter => letter.To.Code)
                .Order(StringComparer.Ordinal),
        ];

    private static async Task AppointAsync(SmallOffice office, string post, string official, Tenure tenure)
    {
        var result = await office.PlanDesk.ChangeAsync(
            new OfficeYear(office.Unit, 2024),
            // Who stands in for days stands beside the holder; a Plt comes after one who has left.
            plan =>
                OpenSteps.WithActing(
                    tenure == Tenure.Plh
                        ? plan
                        : plan with
                        {
                            Appointments = [.. plan.Appointments.Where(one => one.Post != post)],
                        },
                    new Appointment(official, post, tenure, new DateOnly(2024, 1, 1), null, "SPT/1/2024")
                ),
            Actor.System,
            "Pejabat berganti.",
            Cancellation
        );
        Assert.True(result.Stands, string.Join("; ", result.Errors));
    }

    private sealed class Ending(DateTimeOffset end) : ISigningCertificates
    {
        public SigningCertificate For(Signer signer)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=uji", key, HashAlgorithmName.SHA256);
            return new SigningCertificate(request.CreateSelfSigned(end.AddYears(-1), end), []);
        }
    }
}
