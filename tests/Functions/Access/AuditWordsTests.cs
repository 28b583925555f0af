using Sakip.Functions.Audit;
using Sakip.Storage;

namespace Sakip.Tests.Functions.Access;

/// <summary>Whatever the trail can say it says in words, also of what earlier releases wrote.</summary>
public sealed class AuditWordsTests
{
    [Fact]
    public void Every_action_has_words()
    {
        Assert.All(Enum.GetValues<AuditAction>(), action => Assert.NotEqual(action.ToString(), AuditWords.Of(action)));
    }

    [Fact]
    public void Every_part_but_the_system_and_staff_has_a_word()
    {
        var mute = Enum.GetValues<ActorRole>().Where(role => AuditWords.PartOf(role.ToString()) is null);
        Assert.Equal([ActorRole.System, ActorRole.Staff], mute);
    }

    [Theory]
    [InlineData("plan-imported", "Rencana diimpor")]
    [InlineData("budget-realisation-imported", "Realisasi anggaran diimpor")]
    [InlineData("WindowExtended", "Masa pelaporan diperpanjang")]
    [InlineData("webhook-removed", "Penerima webhook dihapus")]
    [InlineData("tidak-dikenal", "tidak-dikenal")]
    public void A_word_of_an_earlier_release_is_shown_as_what_it_meant(string word, string shown)
    {
        Assert.Equal(shown, AuditWords.Of(word));
    }

    [Theory]
    [InlineData("check", "pemeriksa naskah")]
    [InlineData("Perencana", "perencana")]
    [InlineData("pemegang tautan", "pemegang tautan")]
    [InlineData("sistem", null)]
    public void A_part_of_an_earlier_release_is_shown_as_what_it_meant(string word, string? shown)
    {
        Assert.Equal(shown, AuditWords.PartOf(word));
    }
}
