using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sakip.Tests.Functions.StoredYears;

/// <summary>A year in whose midst a release changed ends like one that a single release carried.</summary>
public abstract partial class PlayedYearTests
{
    private const string Published = "telah diterbitkan";
    private const int LengthOfInstant = 20;

    /// <param name="stored">Name of the stored year.</param>
    /// <param name="letters">How many letters had been sent by then.</param>
    /// <param name="isUntouched">No letter that this release words or times in another way had been due by then.</param>
    internal static async Task PlaysToItsEndAsync(string stored, int letters, bool isUntouched)
    {
        await using var year = await StoredYear.RestoreAsync(stored);
        Assert.Equal(letters, year.Letters().Length);

        var (code, said) = await year.RebuildAsync();
        Assert.True(code == 0, said);
        await year.PlayAsync();

        var (expected, sent) = (await LettersAsync(year, letters), year.Letters());
        Assert.Equal(Matters(expected), Matters(sent));
        if (isUntouched)
            Assert.Equal(expected, sent);
        Assert.Equal(3, year.Mailbox.Letters.Count(one => one.Subject.EndsWith(Published, StringComparison.Ordinal)));
        var evaluated = Encoding.UTF8.GetString(await year.FetchAsync(year.Options.Year + "/evaluations/year"));
        var known = await StoredFiles.EvaluationAsync();
        if (isUntouched)
            Assert.Equal(known, evaluated);
        Assert.Equal(Instant().Replace(known, ""), Instant().Replace(evaluated, ""));
        Assert.Equal("Closed", await year.StateAsync());
        await year.AssertAuditAsync();
    }

    // To whom about what. Whoever is late hears of it by other letters than before and so acts at another hour; the list of
    // what is late depends on when the planner had the last one.
    private static IEnumerable<string> Matters(IEnumerable<string> letters) =>
        letters
            .Select(letter => letter[LengthOfInstant..].Split(" – paling lambat")[0])
            .Where(letter => !letter.Contains("Belum masuk:", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    // When somebody acted, and the hash over it; every figure is compared.
    [GeneratedRegex("\"(submittedAt|verifiedAt|inputHash)\": \"[^\"]*\"")]
    private static partial Regex Instant();

    // What had been sent before stays as it was; from then on each letter is what this release sends in an undisturbed year.
    private static async Task<string[]> LettersAsync(StoredYear year, int before)
    {
        var told = await StoredFiles.LettersAsync();
        var takenAt = year.TakenAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var rest = (await StoredFiles.LettersNowAsync()).Where(line => string.CompareOrdinal(line, takenAt) > 0);
        return [.. told[..before], .. rest];
    }
}

public sealed class MarchTests : PlayedYearTests
{
    [Fact]
    public Task A_year_stored_between_its_agreement_and_its_first_quarter_ends_like_an_undisturbed_one() =>
        PlaysToItsEndAsync("maret", letters: 10, isUntouched: true);
}

public sealed class JulyTests : PlayedYearTests
{
    [Fact]
    public Task A_year_stored_while_one_sub_unit_is_late_ends_like_an_undisturbed_one() =>
        PlaysToItsEndAsync("pertengahan-juli", letters: 69, isUntouched: false);
}
