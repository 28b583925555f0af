using MimeKit;

namespace Sakip.Notifications;

/// <summary>
/// Puts each message as an .eml file into a folder. The name comes from the dedupe key and the file appears whole or
/// not at all, so a message that is sent again after a crash is still there once.
/// </summary>
internal sealed class FolderTransport(string folder, MailOptions options) : IMessageTransport
{
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    public async Task SendAsync(ComposedMessage message, CancellationToken cancellation)
    {
        var mime = MimeMessages.From(message, options);
        var target = Path.Combine(folder, MessageKeys.FileName(message.DedupeKey));
        try
        {
            Open();
            if (!File.Exists(target))
            {
                await WriteAsync(mime, target, cancellation);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MessageDeliveryException(DeliveryFault.Temporary, "Folder surat tidak dapat ditulisi.", fault);
        }
    }

    // Links and codes stand in the letters: folder and files are their owner's alone.
    private void Open()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, Owner);
        else if (File.GetUnixFileMode(folder) != Owner)
            File.SetUnixFileMode(folder, Owner);
    }

    private static FileStreamOptions New() =>
        OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }
            : new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };

    private static async Task WriteAsync(MimeMessage mime, string target, CancellationToken cancellation)
    {
        var aside = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await using (var file = new FileStream(aside, New()))
            {
                await mime.WriteToAsync(Format, file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            // Another sender of the same message was first; its file is the message.
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
