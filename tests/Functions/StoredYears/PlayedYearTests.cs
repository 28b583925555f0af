using System.Text;

namespace Sakip.Tests.Functions.StoredYears;

/// <summary>A year in whose midst a release changed ends like one that a single release carried.</summary>
public abstract class PlayedYearTests
{
    private const string Published = "telah diterbitkan";
    private const string Alarm = "Capaian rendah Triwulan ";

    /// <param name="stored">Name of the stored year.</param>
    /// <param name="letters">How many letters had been sent by then.</param>
    internal static async Task PlaysToItsEndAsync(string stored, int letters)
    {
        await using var year = await StoredYear.RestoreAsync(stored);
        Assert.Equal(letters, year.Letters().Length);

        var (code, said) = await year.RebuildAsync();
        Assert.True(code == 0, said);
        await year.PlayAsync();

        Assert.Equal(StillSent(await StoredFiles.LettersAsync(), letters), year.Letters());
        Assert.Equal(3, year.Mailbox.Letters.Count(one => one.Subject.EndsWith(Published, StringComparison.Ordinal)));
        Assert.Equal(
            await StoredFiles.EvaluationAsync(),
            Encoding.UTF8.GetString(await year.FetchAsync(year.Options.Year + "/evaluations/year"))
        );
        Assert.Equal("Closed", await year.StateAsync());
        await year.AssertAuditAsync();
    }

    // The release that wrote the list set each quarter against the year's target. In quarter I nobody had missed what
    // was agreed, in quarter II the library alone had: its acting head, its operator and the office's head still hear of it.
    private static string[] StillSent(string[] told, int before)
    {
        var rest = told[before..].Where(one => !one.Contains(Alarm + "I Tahun", StringComparison.Ordinal)).ToList();
        foreach (var person in new[] { "empat.mahendra", "satu.wijaya", "sembilan.utami" })
        {
            rest.RemoveAt(
                rest.FindIndex(one =>
                    one.Contains(person, StringComparison.Ordinal)
                    && one.Contains(Alarm + "II Tahun", StringComparison.Ordinal)
                )
            );
        }
        return [.. told[..before], .. rest];
    }
}

public sealed class MarchTests : PlayedYearTests
{
    [Fact]
    public Task A_year_stored_between_its_agreement_and_its_first_quarter_ends_like_an_undisturbed_one() =>
        PlaysToItsEndAsync("maret", letters: 10);
}

public sealed class JulyTests : PlayedYearTests
{
    [Fact]
    public Task A_year_stored_while_one_sub_unit_is_late_ends_like_an_undisturbed_one() =>
        PlaysToItsEndAsync("pertengahan-juli", letters: 69);
}
