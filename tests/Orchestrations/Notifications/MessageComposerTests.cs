using System.Text.RegularExpressions;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Notifications.Texts;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Notifications;

public sealed class MessageComposerTests
{
    private static readonly Dictionary<Fact, string> NoFacts = [];

    public static TheoryData<MessageKind> Kinds => [.. Enum.GetValues<MessageKind>()];

    [Fact]
    public void An_official_reads_what_to_do_by_when_and_what_happens_otherwise()
    {
        var message = Sample.Message();

        Assert.Equal(
            "Mohon diisi: laporan Triwulan I Tahun 2024 Perpustakaan – paling lambat 15 April 2024",
            message.Subject
        );
        Assert.Equal(
            """
            Yth. Wayan Contoh,

            Masa pelaporan Triwulan I Tahun 2024 telah dibuka. Mohon laporan Perpustakaan diisi dan dikirimkan.

            Laporan memuat realisasi indikator, keluaran dan fisik sub kegiatan, realisasi anggaran, serta faktor pendukung dan penghambat.

            Tenggat: Senin, 15 April 2024 pukul 16.00 WITA.

            Isi laporan:
            http://127.0.0.1:7071/l/v1.k1.eyJ4IjoxfQ.c2ln?lang=id&x=1

            Tautan ini pribadi, jangan diteruskan.

            Bila belum masuk, pengingat dikirimkan dan keterlambatan diteruskan kepada pimpinan.

            Salam hormat,
            Sakip – Biro Contoh

            Surat ini dikirim otomatis; mohon tidak dibalas.

            """.ReplaceLineEndings("\n"),
            message.Text
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_kind_doubles_the_stop_behind_a_title(MessageKind kind)
    {
        var titled = Sample.AllFacts.ToDictionary(fact => fact.Key, fact => fact.Value);
        titled[Fact.Who] = "Contoh Satu Wijaya, S.H., M.H.";

        var message = MessageComposer.Compose(Sample.Request(kind, facts: titled, code: "417203"));

        Assert.DoesNotContain("..", message.Subject + message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oleh S.H.. Tidak ada lagi.", "oleh S.H. Tidak ada lagi.")]
    [InlineData("a.. b.. c", "a. b. c")]
    [InlineData("dan seterusnya... selesai..", "dan seterusnya... selesai.")]
    public void A_doubled_stop_becomes_one_and_dots_of_omission_stay(string words, string tidy) =>
        Assert.Equal(tidy, words.OneStop());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_but_a_code_has_a_page(MessageKind kind)
    {
        var report = new SubUnitReportSubject(new OfficeYear("biro", 2024), Quarter.Q2, "tata-usaha", 1);

        var page = MessagePages.Of(report, kind);

        Assert.Equal(
            kind switch
            {
                MessageKind.OneTimeCode or MessageKind.SignInCode or MessageKind.SignInCodesMany => null,
                MessageKind.AnnualReportPublished => "terbit/biro/2024",
                MessageKind.NarrativesRequested or MessageKind.StepsReminder or MessageKind.AgreementsRequested =>
                    "kantor/biro/2024/tugas",
                MessageKind.StepsLate => "kantor/biro/2024/persetujuan",
                _ => "kantor/biro/2024/triwulan/2/tata-usaha",
            },
            page
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_subject_a_greeting_and_both_parts(MessageKind kind)
    {
        foreach (var facts in new[] { Sample.AllFacts, NoFacts })
        {
            var message = MessageComposer.Compose(Sample.Request(kind, facts: facts, code: "417203"));

            Assert.InRange(message.Subject.Length, 10, 150);
            Assert.StartsWith("Yth. Wayan Contoh,\n", message.Text, StringComparison.Ordinal);
            Assert.Contains("jangan diteruskan", message.Html, StringComparison.Ordinal);
            Assert.Matches(new Regex("^http://127", RegexOptions.Multiline), message.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_missing_fact_leaves_no_gap_in_the_sentences(MessageKind kind)
    {
        var message = MessageComposer.Compose(Sample.Request(kind, facts: NoFacts, link: false));

        Assert.DoesNotMatch(@"[^\S\n]{2}| [.,;:]|“”|\(\)|  |– *$|: *\n\n", message.Subject + "\n" + message.Text);
        Assert.DoesNotContain("null", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_request_gives_the_same_message(MessageKind kind) =>
        Assert.Equal(
            MessageComposer.Compose(Sample.Request(kind)) with
            {
                To = Sample.Operator,
            },
            MessageComposer.Compose(Sample.Request(kind))
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_in_the_html_is_fetched_from_elsewhere(MessageKind kind)
    {
        var html = MessageComposer.Compose(Sample.Request(kind)).Html;

        Assert.DoesNotMatch(@"(?i)<(img|script|link|iframe|style|form|object|svg)|src=|url\(|@import", html);
        Assert.Single(Regex.Matches(html, "https?://"));
        Assert.Contains("<html lang=\"id\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_code_stands_on_a_line_of_its_own_and_never_in_the_subject(MessageKind kind)
    {
        var message = MessageComposer.Compose(Sample.Request(kind, code: "417203"));

        Assert.DoesNotContain("417203", message.Subject, StringComparison.Ordinal);
        Assert.Matches(new Regex("^417203$", RegexOptions.Multiline), message.Text);
        Assert.Contains(">417203<", message.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_person_wrote_is_encoded_and_stays_quoted()
    {
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Note] = "<b onmouseover=\"x\">a & b</b>\n\nhttp://lain.invalid\u0007",
            [Fact.SubUnit] = "Bagian\r\nBcc: lain@lain.invalid <script>",
        };

        var message = MessageComposer.Compose(Sample.Request(MessageKind.ReportReturned, facts: facts));

        Assert.DoesNotContain('\n', message.Subject);
        Assert.Contains("> http://lain.invalid\n", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', message.Text);
        Assert.Contains(
            "&lt;b onmouseover=&quot;x&quot;&gt;a &amp; b&lt;/b&gt;",
            message.Html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<script", message.Html, StringComparison.Ordinal);
        Assert.Contains("lang=id&amp;x=1", message.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wita", "2024-04-15", "Senin, 15 April 2024 pukul 16.00 WITA")]
    [InlineData("Wita", "2024-04-15T01:30:00Z", "Senin, 15 April 2024 pukul 09.30 WITA")]
    [InlineData("Wita", "2024-12-31T17:00:00Z", "Rabu, 1 Januari 2025 pukul 01.00 WITA")]
    [InlineData("Wib", "2024-04-15", "Senin, 15 April 2024 pukul 16.00 WIB")]
    [InlineData("Wit", "2024-12-31T14:30:00Z", "Selasa, 31 Desember 2024 pukul 23.30 WIT")]
    public void A_deadline_is_said_in_the_offices_own_time(string zone, string due, string words)
    {
        var facts = new Dictionary<Fact, string> { [Fact.Due] = due };

        var message = MessageComposer.Compose(
            Sample.Request(facts: facts) with
            {
                Zone = Enum.Parse<OfficeZone>(zone),
            }
        );

        Assert.Contains(words, message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_that_cannot_be_read_is_left_out()
    {
        var facts = new Dictionary<Fact, string> { [Fact.Due] = "segera", [Fact.Quarter] = "q9" };

        var message = MessageComposer.Compose(Sample.Request(facts: facts));

        Assert.DoesNotContain("paling lambat", message.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Tenggat", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_id_follows_the_dedupe_key_alone()
    {
        var one = MessageComposer.Compose(Sample.Request(), "biro.invalid");
        var again = MessageComposer.Compose(Sample.Request() with { At = Sample.At.AddDays(1) }, "biro.invalid");
        var other = MessageComposer.Compose(Sample.Request(key: "lain"), "biro.invalid");

        Assert.Matches("^[0-9a-f]{64}@biro\\.invalid$", one.MessageId);
        Assert.Equal(one.MessageId, again.MessageId);
        Assert.NotEqual(one.MessageId, other.MessageId);
    }

    [Fact]
    public void An_agreement_is_named_by_its_revision()
    {
        static string Subject(string revision) =>
            MessageComposer
                .Compose(
                    Sample.Request(
                        MessageKind.AgreementInForce,
                        facts: new Dictionary<Fact, string> { [Fact.Revision] = revision }
                    )
                )
                .Subject;

        Assert.Equal("Perjanjian Kinerja Tahun 2024 telah berlaku", Subject("0"));
        Assert.Equal("Perjanjian Kinerja Perubahan ke-1 Tahun 2024 telah berlaku", Subject("1"));
    }
}
