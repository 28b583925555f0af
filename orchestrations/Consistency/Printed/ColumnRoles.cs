using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>The meaning of a table's columns, each heading read beside those before it.</summary>
internal static partial class ColumnRoles
{
    private static readonly ColumnRole[] Money = [ColumnRole.Ceiling, ColumnRole.Spent, ColumnRole.Absorption];

    /// <param name="year">The report's; of the money of several years it is the one that is checked.</param>
    public static List<PrintedColumn> Of(IReadOnlyList<PrintedColumn> columns, int year)
    {
        var names = columns.Select(column => ColumnVocabulary.Normal(column.Heading)).ToList();
        var roles = names.Select(ColumnVocabulary.RoleOf).ToList();
        var isList =
            roles.Contains(ColumnRole.Ceiling)
            && !roles.Contains(ColumnRole.Programme)
            && !roles.Contains(ColumnRole.Indicator);
        var filled = new List<PrintedColumn>();
        for (var i = 0; i < columns.Count; i++)
        {
            var role = isList && roles[i] == ColumnRole.Item ? ColumnRole.Programme : roles[i];
            var told = YearIn().Match(columns[i].Heading);
            filled.Add(
                columns[i] with
                {
                    Role = Beside(role, names[i], filled),
                    Year =
                        columns[i].Year ?? (told.Success ? int.Parse(told.Value, CultureInfo.InvariantCulture) : null),
                }
            );
        }

        foreach (var role in Money)
            KeepOne(filled, role, year);
        return filled;
    }

    // After the programmes' column, a second indicator and its achievement are the programme's own; after a ceiling, what
    // is realised is money.
    private static ColumnRole Beside(ColumnRole role, string name, List<PrintedColumn> before)
    {
        var afterProgramme = before.Exists(one => one.Role == ColumnRole.Programme);
        var afterMoney = before.Exists(one => one.Role == ColumnRole.Ceiling);
        var ofPerformance = ColumnVocabulary.IsOfPerformance(name);
        return role switch
        {
            ColumnRole.Indicator when afterProgramme => ColumnRole.ProgrammeIndicator,
            ColumnRole.Programme when afterProgramme => ColumnRole.Other,
            ColumnRole.Achievement when afterMoney && !ofPerformance => ColumnRole.Absorption,
            ColumnRole.Achievement when afterProgramme => ColumnRole.OwnAchievement,
            ColumnRole.Achievement when IsBarePercent(name) && !HasBoth(before) => ColumnRole.Other,
            ColumnRole.Realisation when afterMoney && ColumnVocabulary.IsPercent(name) => ColumnRole.Absorption,
            ColumnRole.Realisation when afterMoney => ColumnRole.Spent,
            ColumnRole.Realisation
                when ColumnVocabulary.IsPercent(name) && before.Exists(one => one.Role == ColumnRole.Realisation) =>
                ColumnRole.Achievement,
            _ => role,
        };
    }

    private static bool IsBarePercent(string name) => name is "persen" or "persentase" or "persentase persen";

    private static bool HasBoth(List<PrintedColumn> before) =>
        before.Exists(one => one.Role == ColumnRole.Target) && before.Exists(one => one.Role == ColumnRole.Realisation);

    // Of several years the report's own, of several versions the changed one; the others are not what is checked.
    private static void KeepOne(List<PrintedColumn> columns, ColumnRole role, int year)
    {
        var own = columns.Where(column => column.Role == role).ToList();
        if (own.Count < 2)
            return;
        var kept =
            own.Find(column => column.Year == year)
            ?? own.Find(column => Changed().IsMatch(column.Heading))
            ?? own.Find(column => column.Year is null)
            ?? own[0];
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Role == role && columns[i] != kept)
                columns[i] = columns[i] with { Role = ColumnRole.Other };
        }
    }

    [GeneratedRegex(@"\b20[0-9][0-9]\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearIn();

    [GeneratedRegex(
        @"perubahan|setelah|sesudah|menjadi|\bdppa\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Changed();
}
