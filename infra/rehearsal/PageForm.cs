using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sakip.Rehearsal;

/// <summary>The form of a page: its fields with what stands in them; a choice that is not made yet is empty.</summary>
internal sealed class PageForm
{
    private PageForm(string title, Dictionary<string, string> fields, bool asksForCode)
    {
        Title = title;
        Fields = fields;
        AsksForCode = asksForCode;
    }

    public string Title { get; }

    public Dictionary<string, string> Fields { get; }

    public bool AsksForCode { get; }

    /// <summary>The page's form; null where it has none, as on a page that shows a decision.</summary>
    public static PageForm? Read(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        if (page.QuerySelector("form[method=post]:not(.aside)") is not IHtmlFormElement form)
            return null;
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements)
        {
            if (element is IHtmlInputElement { Type: "radio", IsChecked: false, Name: { Length: > 0 } group })
                fields.TryAdd(group, "");
            else if (element is IHtmlInputElement { Name: { Length: > 0 } name } input)
                fields[name] = input.Value;

            if (element is IHtmlSelectElement { Name: { Length: > 0 } choice } select)
                fields[choice] = select.Value ?? "";
            if (element is IHtmlTextAreaElement { Name: { Length: > 0 } area } text)
                fields[area] = text.Value;
        }

        return new PageForm(
            page.QuerySelector("h1")?.TextContent.Trim() ?? "",
            fields,
            form.QuerySelector("button[value=minta-kode]") is not null
        );
    }

    /// <summary>The errors that a page shows beside its fields.</summary>
    public static IReadOnlyList<string> Errors(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll(".error").Select(error => error.TextContent.Trim())];
}
