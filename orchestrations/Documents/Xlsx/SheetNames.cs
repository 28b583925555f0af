namespace Sakip.Documents.Xlsx;

/// <summary>Names of sheets: short, without the signs that spreadsheets forbid, none twice.</summary>
internal sealed class SheetNames(string taken)
{
    private const int Longest = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { taken };

    public string For(TitledTable titled)
    {
        var wanted = Clean(
            titled.Table.SheetName
                ?? (titled.Table.Caption is { } caption ? $"{Labels.TableWord} {caption.Number}" : titled.Title)
        );
        var name = wanted;
        for (var i = 2; !_taken.Add(name); i++)
        {
            var end = FormattableString.Invariant($" ({i})");
            name = wanted[..Math.Min(wanted.Length, Longest - end.Length)].TrimEnd() + end;
        }

        return name;
    }

    private static string Clean(string text)
    {
        var name = string.Concat(
            text.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c)
        );
        name = name.Trim(' ', '\'');
        return name.Length == 0 ? "Lembar" : name[..Math.Min(name.Length, Longest)].Trim(' ', '\'');
    }
}
