using MimeKit;
using Sakip.Notifications;

namespace Sakip.Tests.Orchestrations.Notifications;

public sealed class FolderTransportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sakip-pesan-");
    private readonly MailOptions _options = new()
    {
        FromName = "Sakip Biro Contoh",
        FromAddress = "sakip@biro.invalid",
    };

    private FolderTransport Transport => new(_folder.FullName, _options);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_program_reads_the_file()
    {
        var message = Sample.Message();

        await Transport.SendAsync(message, TestContext.Current.CancellationToken);

        var mime = await MimeMessage.LoadAsync(
            Assert.Single(_folder.GetFiles()).FullName,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(message.Subject, mime.Subject);
        Assert.Equal(message.At, mime.Date);
        Assert.Equal(message.MessageId, mime.MessageId);
        Assert.Equal("auto-generated", mime.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("\"Wayan Contoh\" <operator.perpus@biro.invalid>", mime.To.ToString());
        Assert.Equal("\"Sakip Biro Contoh\" <sakip@biro.invalid>", mime.From.ToString());
        Assert.IsType<MultipartAlternative>(mime.Body);
        Assert.Equal(message.Text, mime.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(message.Html, mime.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_message_id_bears_the_configured_domain()
    {
        _options.MessageIdDomain = "biro.invalid";

        var mime = MimeMessages.From(Sample.Message(), _options);

        Assert.Equal(MessageKeys.MessageId(Sample.Message().DedupeKey, "biro.invalid"), mime.MessageId);
    }

    [Fact]
    public async Task Lines_are_short_ascii_and_end_as_mail_lines_do()
    {
        await Transport.SendAsync(Sample.Message(), TestContext.Current.CancellationToken);

        var bytes = await File.ReadAllBytesAsync(_folder.GetFiles()[0].FullName, TestContext.Current.CancellationToken);
        var lines = System.Text.Encoding.Latin1.GetString(bytes).Split("\r\n");
        Assert.All(bytes, b => Assert.InRange(b, 0, 127));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 998));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public async Task Sending_again_leaves_one_file_with_the_first_bytes()
    {
        await Transport.SendAsync(Sample.Message(), TestContext.Current.CancellationToken);
        var first = await File.ReadAllBytesAsync(_folder.GetFiles()[0].FullName, TestContext.Current.CancellationToken);

        await Transport.SendAsync(
            Sample.Message() with
            {
                Text = "lain",
                At = Sample.At.AddHours(1),
            },
            TestContext.Current.CancellationToken
        );

        var file = Assert.Single(_folder.GetFiles());
        Assert.Equal(first, await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_message_gives_the_same_bytes_in_another_folder()
    {
        var other = Directory.CreateTempSubdirectory("sakip-pesan-");
        try
        {
            await Transport.SendAsync(Sample.Message(), TestContext.Current.CancellationToken);
            await new FolderTransport(other.FullName, _options).SendAsync(
                Sample.Message(),
                TestContext.Current.CancellationToken
            );

            Assert.Equal(
                await File.ReadAllBytesAsync(_folder.GetFiles()[0].FullName, TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(other.GetFiles()[0].FullName, TestContext.Current.CancellationToken)
            );
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Many_senders_of_one_message_leave_one_whole_file()
    {
        await Parallel.ForAsync(
            0,
            16,
            TestContext.Current.CancellationToken,
            async (_, cancellation) => await Transport.SendAsync(Sample.Message(), cancellation)
        );

        var file = Assert.Single(_folder.GetFiles());
        Assert.EndsWith(".eml", file.Name, StringComparison.Ordinal);
        Assert.Equal(
            Sample.Message().Subject,
            (await MimeMessage.LoadAsync(file.FullName, TestContext.Current.CancellationToken)).Subject
        );
    }

    [Fact]
    public void Keys_that_differ_only_in_their_signs_get_different_names()
    {
        Assert.NotEqual(MessageKeys.FileName("a:b"), MessageKeys.FileName("a/b"));
        Assert.NotEqual(MessageKeys.FileName("A"), MessageKeys.FileName("a"));
        Assert.Matches("^[a-z0-9-]+\\.eml$", MessageKeys.FileName("../../etc/passwd\0:é"));
        Assert.InRange(MessageKeys.FileName(new string('x', 5000)).Length, 1, 120);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_passing_fault()
    {
        var file = Path.Combine(_folder.FullName, "berkas");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<MessageDeliveryException>(() =>
            new FolderTransport(file, _options).SendAsync(Sample.Message(), TestContext.Current.CancellationToken)
        );

        Assert.True(fault.IsTemporary);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan alamat")]
    [InlineData("a@b.invalid, c@d.invalid")]
    public async Task An_address_that_is_none_is_refused_without_being_told(string email)
    {
        var fault = await Assert.ThrowsAsync<MessageDeliveryException>(() =>
            Transport.SendAsync(Sample.MessageTo(email), TestContext.Current.CancellationToken)
        );

        Assert.Equal(DeliveryFault.RecipientRefused, fault.Fault);
        Assert.Contains("op-perpus", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }
}
