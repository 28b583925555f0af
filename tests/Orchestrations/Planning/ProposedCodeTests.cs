using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public class ProposedCodeTests
{
    [Theory]
    [InlineData("Bagian Hukum dan Kerja Sama", "hukum-kerja-sama")]
    [InlineData("Tata Usaha", "tata-usaha")]
    [InlineData("Pembangunan Berkelanjutan Daerah", "pembangunan")]
    [InlineData("Keterbukaaninformasipublik", "keterbukaaninfor")]
    [InlineData("…", "kode")]
    public void A_code_is_made_of_the_names_words(string name, string code) =>
        Assert.Equal(code, ProposedCode.Of(name, []));

    [Fact]
    public void A_code_that_is_taken_gets_a_number_and_stays_short_enough() =>
        Assert.Equal("hukum-kerja-sa-2", ProposedCode.Of("Hukum Kerja Sama", ["hukum-kerja-sama"]));
}
