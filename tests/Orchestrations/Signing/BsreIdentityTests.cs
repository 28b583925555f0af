using Sakip.Signing;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>Two offices may both have a "p01"; nobody's passphrase is tried on another one's certificate.</summary>
public sealed class BsreIdentityTests
{
    private const string One = "5100000000000001";
    private const string Other = "5100000000000002";
    private static readonly Signer P01 = SigningWorld.First with { OfficialCode = "p01", Mail = "p01@contoh.example" };

    [Fact]
    public async Task The_same_code_in_two_offices_is_two_people()
    {
        Dictionary<string, string> niks = new() { ["biro:p01"] = One, ["dinas_satu:p01"] = Other };

        Assert.Equal(One, await NikAsync(niks, 2, "biro"));
        Assert.Equal(Other, await NikAsync(niks, 2, "dinas-satu"));
        Assert.Null(await NikAsync(niks, 2, "badan"));
    }

    [Fact]
    public async Task A_setting_without_office_is_read_while_there_is_one() =>
        Assert.Equal(One, await NikAsync(new() { ["p01"] = One }, 1, "biro"));

    [Fact]
    public async Task A_setting_without_office_is_refused_with_the_way_out_where_there_are_several()
    {
        var refusal = await Assert.ThrowsAsync<SignerNotRegisteredException>(() =>
            NikAsync(new() { ["p01"] = One }, 2, "biro")
        );

        Assert.Contains("Signing:Bsre:Identities:biro:p01", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string?> NikAsync(Dictionary<string, string> niks, int offices, string unit)
    {
        var identities = new OfficialBsreIdentities(niks, _ => Task.FromResult(offices));
        var found = await identities.FindAsync(P01 with { Unit = unit }, TestContext.Current.CancellationToken);
        return (string?)found!.ToJson()["nik"];
    }
}
