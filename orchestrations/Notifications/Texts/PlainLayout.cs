using System.Text;

namespace Sakip.Notifications.Texts;

/// <summary>The plain part: paragraphs, with the link and the code each on a line of its own.</summary>
internal static class PlainLayout
{
    public const string PersonalLink = "Tautan ini pribadi, jangan diteruskan.";

    public const string PersonalLinks = "Tautan pada daftar ini pribadi, jangan diteruskan.";

    public static string Render(MessageRequest request, MessageText text)
    {
        var body = new StringBuilder();
        Paragraph(body, Greeting(request.To));
        Paragraph(body, text.What);
        Paragraph(body, request.Code);
        foreach (var (step, own) in request.Steps)
            Paragraph(body, "• " + step.Line() + (own is null ? "" : "\n" + own.AbsoluteUri));
        Paragraph(body, request.Steps.Any(one => one.Link is not null) ? PersonalLinks : null);
        Paragraph(body, text.Why);
        Paragraph(body, text.Note is { } note ? Quoted(note) : null);
        Paragraph(body, text.Until);
        if (request.Link is { } link)
        {
            Paragraph(body, $"{text.Action}:\n{link.AbsoluteUri}");
            Paragraph(body, LinkNote(request));
        }

        Paragraph(body, text.Otherwise);
        body.Append(Signature(request)).Append('\n');
        return body.ToString();
    }

    /// <summary>A staff page asks for a sign-in; a step's link does not, and so must not be passed on.</summary>
    public static string LinkNote(MessageRequest request) =>
        !request.Facts.TryGetValue(Fact.Page, out var page) ? PersonalLink
        : MessagePages.IsPublic(page) ? "Halaman ini dapat dibuka siapa saja."
        : "Halaman ini dibuka setelah masuk ke Sakip.";

    public static string Greeting(Recipient to) => $"Yth. {to.Name.OneLine()},";

    public static string Signature(MessageRequest request) =>
        $"Salam hormat,\nSakip – {request.Office.OneLine()}\n\nSurat ini dikirim otomatis; mohon tidak dibalas."
        + (request.Helper is { } helper ? $" Pertanyaan: {helper.OneLine()}." : "");

    private static string Quoted(string note) =>
        "Catatan:\n" + string.Join('\n', note.Lines().Select(line => $"> {line}"));

    private static void Paragraph(StringBuilder body, string? paragraph)
    {
        if (!string.IsNullOrEmpty(paragraph))
        {
            body.Append(paragraph).Append("\n\n");
        }
    }
}
