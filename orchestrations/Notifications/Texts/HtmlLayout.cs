using System.Net;
using System.Text;

namespace Sakip.Notifications.Texts;

/// <summary>The HTML part: one calm column, styles inline, no image, no script, nothing from elsewhere.</summary>
internal static class HtmlLayout
{
    private const string Paragraph = "<p style=\"margin:0 0 16px\">";
    private const string Button =
        "display:inline-block;padding:12px 20px;border-radius:6px;background:#1a4f8b;color:#ffffff;"
        + "font-weight:bold;text-decoration:none";

    public static string Render(MessageRequest request, MessageText text)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"id\">\n<head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<title>")
            .Append(Encode(text.Subject))
            .Append("</title></head>\n")
            .Append("<body style=\"margin:0;background:#f4f5f7\">\n")
            .Append("<div role=\"article\" style=\"max-width:36em;margin:0 auto;padding:24px;background:#ffffff;")
            .Append("color:#1c2430;font:16px/1.55 Arial,Helvetica,sans-serif\">\n");
        Say(html, PlainLayout.Greeting(request.To));
        Say(html, text.What);
        if (request.Code is { } code)
        {
            html.Append("<p style=\"margin:0 0 16px;font-size:28px;font-weight:bold;letter-spacing:4px\">")
                .Append(Encode(code))
                .Append("</p>\n");
        }

        List(html, request.Steps);
        Say(html, text.Why);
        if (text.Note is { } note)
        {
            html.Append("<blockquote style=\"margin:0 0 16px;padding:8px 16px;border-left:4px solid #b7c2d0\">")
                .Append("<strong>Catatan:</strong><br>")
                .Append(Encode(note))
                .Append("</blockquote>\n");
        }

        Say(html, text.Until, strong: true);
        if (request.Link is { } link)
        {
            html.Append(Paragraph)
                .Append("<a href=\"")
                .Append(Encode(link.AbsoluteUri))
                .Append("\" style=\"")
                .Append(Button)
                .Append("\">")
                .Append(Encode(text.Action))
                .Append("</a></p>\n");
            Say(html, PlainLayout.LinkNote(request));
        }

        Say(html, text.Otherwise);
        html.Append("<p style=\"margin:24px 0 0;color:#4a5563\">")
            .Append(Encode(PlainLayout.Signature(request)))
            .Append("</p>\n");
        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static void List(StringBuilder html, IReadOnlyList<(LetterStep Step, Uri? Link)> steps)
    {
        if (steps.Count == 0)
            return;
        html.Append("<ul style=\"margin:0 0 16px;padding-left:20px\">\n");
        foreach (var (step, link) in steps)
        {
            var line = Encode(step.Line());
            html.Append("<li style=\"margin:0 0 8px\">")
                .Append(link is null ? line : $"<a href=\"{Encode(link.AbsoluteUri)}\">{line}</a>")
                .Append("</li>\n");
        }

        html.Append("</ul>\n");
        Say(html, steps.Any(one => one.Link is not null) ? PlainLayout.PersonalLinks : null);
    }

    private static void Say(StringBuilder html, string? words, bool strong = false)
    {
        if (!string.IsNullOrEmpty(words))
        {
            var encoded = Encode(words);
            html.Append(Paragraph).Append(strong ? $"<strong>{encoded}</strong>" : encoded).Append("</p>\n");
        }
    }

    private static string Encode(string words) => string.Join("<br>\n", words.Lines().Select(WebUtility.HtmlEncode));
}
