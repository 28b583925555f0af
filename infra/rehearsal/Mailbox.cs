using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Sakip.Rehearsal;

/// <summary>A message as its recipient reads it.</summary>
/// <param name="Arrived">When it came in, on the machine's clock: of two codes sent at one instant the later one holds.</param>
/// <param name="Link">The link in it, where there is one.</param>
/// <param name="Code">The one-time code in it, where there is one.</param>
internal sealed record Letter(
    string Id,
    string To,
    string Subject,
    DateTimeOffset Date,
    DateTime Arrived,
    Uri? Link,
    string? Code
)
{
    /// <summary>A reminder carries the same link as the letter before it: one act is enough.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The file that it came as: a letter with several links is one for each of them.</summary>
    public string File { get; init; } = "";
}

/// <summary>The mailbox folder of all persons: the only thing that they know.</summary>
internal sealed partial class Mailbox(string folder)
{
    private readonly Lock _access = new();
    private readonly HashSet<string> _read = [];
    private readonly HashSet<Uri> _links = [];
    private DateTime _seen;
    private readonly List<Letter> _letters = [];

    public IReadOnlyList<Letter> Letters => _letters;

    /// <summary>Letters that came since the last look, oldest first.</summary>
    public IReadOnlyList<Letter> Look()
    {
        lock (_access)
            return LookOnce();
    }

    private List<Letter> LookOnce()
    {
        if (!Directory.Exists(folder))
            return [];
        // A large mailbox is only read again when something was put into it.
        var changed = Directory.GetLastWriteTimeUtc(folder);
        if (changed == _seen)
            return [];
        // Within one tick of the file system more may come without a trace.
        if (DateTime.UtcNow - changed > TimeSpan.FromMilliseconds(100))
            _seen = changed;
        var fresh = Directory
            .EnumerateFiles(folder, "*.eml")
            .Where(_read.Add)
            .SelectMany(Read)
            .OrderBy(letter => letter.Date)
            .ThenBy(letter => letter.Id, StringComparer.Ordinal)
            .Select(letter => letter with { IsFirst = letter.Link is { } link && _links.Add(link) })
            .ToList();
        _letters.AddRange(fresh);
        return fresh;
    }

    /// <summary>The newest one-time code in somebody's mailbox.</summary>
    public string? CodeOf(string person)
    {
        Look();
        lock (_access)
        {
            return _letters
                .Where(letter => letter.To == person && letter.Code is not null)
                .MaxBy(letter => letter.Arrived)
                ?.Code;
        }
    }

    // A letter that lists several steps asks for an act behind each of its links.
    private static IReadOnlyList<Letter> Read(string file)
    {
        var message = MimeMessage.Load(file);
        var (text, subject) = (message.TextBody ?? "", message.Subject ?? "");
        var code = CodePattern().Match(text);
        var letter = new Letter(
            message.MessageId ?? "",
            message.To.Mailboxes.First().Address,
            subject,
            message.Date,
            File.GetLastWriteTimeUtc(file),
            null,
            code.Success && subject.StartsWith("Kode ", StringComparison.Ordinal) ? code.Value : null
        )
        {
            File = file,
        };
        var links = LinkPattern().Matches(text).Select(link => new Uri(link.Value)).ToList();
        return links.Count <= 1
            ? [letter with { Link = links.FirstOrDefault() }]
            : [.. links.Select((link, at) => letter with { Id = Part(letter.Id, at), Link = link })];
    }

    private static string Part(string id, int at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}#{at}"))));

    [GeneratedRegex(@"https?://\S+/tautan/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodePattern();
}
