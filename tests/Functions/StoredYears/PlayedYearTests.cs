using System.Text;

namespace Sakip.Tests.Functions.StoredYears;

/// <summary>A year in whose midst a release changed ends like one that a single release carried.</summary>
public abstract class PlayedYearTests
{
    // What the evaluation of the undisturbed year was made from, with the instants at which people acted.
    protected const string Undisturbed = "ba17cf5c44d6d77dc160b5f57d0dff22300d906f5e1b49d26772cdd6a9d66974";

    private const string Published = "telah diterbitkan";

    /// <param name="stored">Name of the stored year.</param>
    /// <param name="before">How many letters had been sent by then.</param>
    /// <param name="inputHash">The hash over what is evaluated: another one where people hear and act at other hours.</param>
    internal static async Task PlaysToItsEndAsync(string stored, int before, string inputHash = Undisturbed)
    {
        await using var year = await StoredYear.RestoreAsync(stored);
        Assert.Equal((await StoredFiles.LettersAsync())[..before], year.Letters());

        var (code, said) = await year.RebuildAsync();
        Assert.True(code == 0, said);
        await year.PlayAsync();

        Assert.Equal(await StoredFiles.LettersAsync(stored), year.Letters());
        Assert.Equal(3, year.Mailbox.Letters.Count(one => one.Subject.EndsWith(Published, StringComparison.Ordinal)));
        var evaluated = await year.FetchAsync(year.Options.Year + "/evaluations/year");
        Assert.Equal(
            (await StoredFiles.EvaluationAsync()).Replace(Undisturbed, inputHash, StringComparison.Ordinal),
            Encoding.UTF8.GetString(evaluated)
        );
        Assert.Equal("Closed", await year.StateAsync());
        await year.AssertAuditAsync();
    }
}

public sealed class MarchTests : PlayedYearTests
{
    [Fact]
    public Task A_year_stored_between_its_agreement_and_its_first_quarter_ends_like_an_undisturbed_one() =>
        PlaysToItsEndAsync("maret", before: 10);
}

public sealed class JulyTests : PlayedYearTests
{
    // This release tells the late sub-unit itself, so that it hands in a day earlier.
    [Fact]
    public Task A_year_stored_while_one_sub_unit_is_late_ends_like_an_undisturbed_one() =>
        PlaysToItsEndAsync(
            "pertengahan-juli",
            before: 69,
            inputHash: "04b3103fe1f95656a0f4c2363bfe08871e69f7b0be51f8d928269d7bf0e29095"
        );
}
