using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>
/// Tables of a web page, which many programs hand out under the name .xls. Only its tokens are read: building the page
/// itself takes a time that grows with the square of its depth.
/// </summary>
internal static class HtmlTables
{
    private const int LongestPage = 4 * 1024 * 1024;
    private const int MostTables = 200;
    private const int DeepestTable = 20;

    public static bool IsPage(string text) => text.AsSpan().TrimStart() is ['<', ..];

    public static IReadOnlyList<SpendingSheet> Read(string text)
    {
        if (text.AsSpan(0, Math.Min(text.Length, 4096)).Contains("<Workbook", StringComparison.Ordinal))
            throw Refused("Berkas ini lembar kerja XML lama.");
        if (text.Length > LongestPage)
            throw Refused("Halaman HTML ini lebih besar dari batas 4 MB.");
        var (sheets, open) = (new List<HtmlTable>(), new Stack<HtmlTable>());
        using var source = new TextSource(text);
        var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            FileReading.Check();
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } tag)
            {
                Begin(tag, tokens, sheets, open);
            }
            else if (token.Type == HtmlTokenType.EndTag)
            {
                if (token.Name == "table" && open.Count > 0)
                    open.Pop();
                else if (open.TryPeek(out var table) && token.Name is "td" or "th" or "tr")
                    table?.EndCell();
            }
            else if (token.Type == HtmlTokenType.Character && open.TryPeek(out var table))
            {
                table.Add(token.Data);
            }
        }

        return [.. sheets.Select((table, at) => table.ToSheet($"Tabel {at + 1}"))];
    }

    private static void Begin(HtmlTagToken tag, HtmlTokenizer tokens, List<HtmlTable> sheets, Stack<HtmlTable> open)
    {
        switch (tag.Name)
        {
            case "script":
                throw Refused("Berkas ini halaman HTML yang memuat skrip, dan tidak diterima demi keamanan.");
            case "style":
                tokens.State = HtmlParseMode.Rawtext;
                break;
            case "table":
                if (sheets.Count == MostTables || open.Count == DeepestTable)
                    throw WorkbookException.TooMuch("tabel", MostTables);
                sheets.Add(new HtmlTable());
                open.Push(sheets[^1]);
                break;
            case "tr" when open.TryPeek(out var table):
                table.BeginRow();
                break;
            case "td" or "th" when open.TryPeek(out var table):
                table.BeginCell(Span(tag, "colspan"), Span(tag, "rowspan"), tag.GetAttribute("x:num"));
                break;
            case "br" or "p" or "div" or "li" when open.TryPeek(out var table):
                table.Add("\n");
                break;
        }
    }

    private static int Span(HtmlTagToken tag, string name) =>
        int.TryParse(
            tag.GetAttribute(name),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var span
        )
            ? Math.Max(span, 1)
            : 1;

    private static WorkbookException Refused(string what) =>
        new(
            WorkbookFault.NotAWorkbook,
            what + " Buka di Excel atau LibreOffice, simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah kembali."
        );
}
