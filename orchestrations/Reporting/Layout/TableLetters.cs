namespace Sakip.Reporting;

/// <summary>Numbers of tables that stand under one number: 3.2, 3.2a, 3.2b … 3.2z, 3.2aa.</summary>
internal sealed class TableLetters(string number)
{
    private int _next;

    public string Next()
    {
        var index = _next++;
        return index == 0 ? number : number + Letters(index);
    }

    public static string Letters(int index) =>
        (index > 26 ? Letters((index - 1) / 26) : "") + (char)('a' + (index - 1) % 26);

    /// <summary>An id of the same table for references.</summary>
    public static string Id(string tableNumber) => "tabel-" + tableNumber.Replace('.', '-');
}
