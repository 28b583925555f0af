using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>
/// The reference report's figures computed once more by other means than the rules': what does not come out is what the
/// rules find, and nothing else.
/// </summary>
public sealed partial class SeedArithmeticTests
{
    private static readonly (string Of, string By, string Ratio)[] Ratios =
    [
        ("realisation", "target", "achievement"),
        ("spent", "ceiling", "absorption"),
        ("achievement", "endTarget", "progress"),
        ("achievement", "absorption", "efficiency"),
    ];

    private static readonly string[] Levels = ["programme", "activity", "subActivity"];

    private readonly JsonElement _report = Read("laporan.json");
    private readonly JsonElement _expected = Read("temuan.json");

    [Fact]
    public void Two_printed_percentages_are_not_those_of_their_row_and_both_are_found()
    {
        var all = Tables().SelectMany(Computed).ToArray();
        var wrong = all.Where(one => !one.IsRight).Select(one => one.Line);

        Assert.True(all.Length >= 45, $"Only {all.Length} ratios.");
        Assert.Equal(["Tabel 3.5: 95%", "Tabel 3.7: 127"], wrong);
        foreach (var line in wrong)
        {
            var (where, value) = (line.Split(": ")[0], line.Split(": ")[1]);
            Assert.Contains(
                _expected.EnumerateArray(),
                finding =>
                    Text(finding, "code") == "K-HT-01"
                    && Text(finding, "where") == where
                    && (Text(finding, "valueA") + Text(finding, "valueB")).Contains(value, StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("ceiling")]
    [InlineData("spent")]
    public void In_the_budget_table_every_sum_comes_out(string role)
    {
        var table = Assert.Single(Tables(), table => table.Number == "3.9");
        var column = Assert.Single(table.Columns(role));
        var sums = 0;
        for (var parent = 0; parent < table.Rows.Count; parent++)
        {
            var level = Array.IndexOf(Levels, table.LevelOf(parent));
            var below = Enumerable
                .Range(parent + 1, table.Rows.Count - parent - 1)
                .TakeWhile(row => Array.IndexOf(Levels, table.LevelOf(row)) > level)
                .Where(row => Array.IndexOf(Levels, table.LevelOf(row)) == level + 1)
                .ToArray();
            if (below.Length == 0)
                continue;
            sums++;
            Assert.Equal(Number(table.Rows[parent][column]), below.Sum(row => Number(table.Rows[row][column])));
        }

        Assert.Equal(35, table.Rows.Count);
        Assert.True(sums >= 10, $"Only {sums} sums.");
    }

    [Fact]
    public void The_agreement_adds_up_to_its_total()
    {
        var agreement = Assert.Single(_report.GetProperty("agreements").EnumerateArray().ToArray());

        Assert.Equal(
            Number(Text(agreement, "total")),
            agreement.GetProperty("programmes").EnumerateArray().Sum(programme => Number(Text(programme, "amount")))
        );
    }

    private static IEnumerable<(string Line, bool IsRight)> Computed(Table table) =>
        from ratio in Ratios
        from row in table.Rows
        from at in table.Columns(ratio.Ratio)
        let over = Value(table, row, ratio.Of, at)
        let under = Value(table, row, ratio.By, at)
        let printed = Number(row[at])
        where over is not null && under > 0 && printed is not null
        let exact = over.Value / under.Value * 100
        select (
            $"Tabel {table.Number}: {row[at]}",
            Math.Round(exact, Places(row[at]), MidpointRounding.AwayFromZero) == printed
        );

    private static decimal? Value(Table table, string[] row, string role, int beside)
    {
        var columns = table.Columns(role);
        var year = table.YearOf(beside);
        var column = columns
            .Where(at => table.YearOf(at) == year)
            .Concat(columns)
            .Select(at => (int?)at)
            .FirstOrDefault();
        return column is { } found ? Number(row[found]) : null;
    }

    // A group of three digits after a mark is thousands, anything else after the last mark is decimals.
    private static decimal? Number(string text)
    {
        var match = Digits().Match(text);
        if (!match.Success)
            return null;
        var places = Places(text);
        var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
        return decimal.Parse(digits, CultureInfo.InvariantCulture) / (decimal)Math.Pow(10, places);
    }

    private static int Places(string text)
    {
        var match = Digits().Match(text).Value.TrimEnd('.', ',');
        var last = match.LastIndexOfAny(['.', ',']);
        return last < 0 || match.Length - last - 1 == 3 ? 0 : match.Length - last - 1;
    }

    private IEnumerable<Table> Tables() =>
        from section in _report.GetProperty("sections").EnumerateArray()
        where section.TryGetProperty("blocks", out _)
        from block in section.GetProperty("blocks").EnumerateArray()
        where block.TryGetProperty("table", out var table) && table.ValueKind == JsonValueKind.Object
        select new Table(block.GetProperty("table"));

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static JsonElement Read(string name)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", name))
        );
        return json.RootElement.Clone();
    }

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Digits();

    private sealed class Table(JsonElement json)
    {
        private readonly JsonElement[] _columns = [.. json.GetProperty("columns").EnumerateArray()];
        private readonly JsonElement[] _rows = [.. json.GetProperty("rows").EnumerateArray()];

        public string Number => Text(json, "number");

        public IReadOnlyList<string[]> Rows { get; } =
        [
            .. json.GetProperty("rows")
                .EnumerateArray()
                .Select(row => row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()!).ToArray()),
        ];

        public int[] Columns(string role) =>
            [.. Enumerable.Range(0, _columns.Length).Where(at => Text(_columns[at], "role") == role)];

        public int? YearOf(int column) =>
            _columns[column].TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number
                ? year.GetInt32()
                : null;

        public string LevelOf(int row) => Text(_rows[row], "level");
    }
}
