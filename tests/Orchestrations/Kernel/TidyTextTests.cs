using System.Text.Json;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Kernel;

public sealed class TidyTextTests
{
    [Theory]
    [InlineData("  Contoh Satu Wijaya\u00A0 ", "Contoh Satu Wijaya")]
    [InlineData("Kepala  Biro Organisasi\nSetda Provinsi Bali ", "Kepala Biro Organisasi Setda Provinsi Bali")]
    [InlineData("Ni\u200B Luh\uFEFF Ayu\u00AD", "Ni Luh Ayu")]
    [InlineData("Kepala\r\nBagian\u2028Umum\t\u3000I", "Kepala Bagian Umum I")]
    [InlineData("Nama\u200C\u200D", "Nama")]
    [InlineData("ᬓ᭄\u200Cᬓ", "ᬓ᭄\u200Cᬓ")]
    [InlineData("\u200B\u00A0\n", "")]
    public void A_name_keeps_one_line_and_one_space_between_words(string given, string tidy) =>
        Assert.Equal(tidy, TidyText.Line(given));

    [Theory]
    [InlineData("Satu  dua\u00A0tiga \r\n\r\n  - butir  a\t\n", "Satu dua tiga\n\n  - butir a")]
    [InlineData("Baris\u2029lain", "Baris\nlain")]
    public void A_text_of_several_lines_keeps_them(string given, string tidy) =>
        Assert.Equal(tidy, TidyText.Block(given));

    [Theory]
    [InlineData("19900101 201501 1 001", "199001012015011001")]
    [InlineData("19900101\u00A0201501\u00A01\u00A0001", "199001012015011001")]
    [InlineData("19900101.201501.1.001", "199001012015011001")]
    [InlineData("19900101-201501\u20131-001\u200B", "199001012015011001")]
    [InlineData("'199001012015011001", "199001012015011001")]
    [InlineData("NIP. 19900101 201501 1 001", "199001012015011001")]
    [InlineData("NI PPPK: 19900101 202221 1 001", "199001012022211001")]
    [InlineData("NIPPPK 199001012022211001", "199001012022211001")]
    [InlineData("+62 812-3456-7890", "+6281234567890")]
    [InlineData("19900101 201501 1 00l", "19900101 201501 1 00l")]
    [InlineData("1,99001E+17", "1,99001E+17")]
    public void Digits_in_groups_are_joined_and_anything_else_is_left(string given, string tidy) =>
        Assert.Equal(tidy, TidyText.Digits(given));

    [Theory]
    [InlineData(" nama@contoh.example ", "nama@contoh.example")]
    [InlineData("nama@contoh.example\u00A0\n", "nama@contoh.example")]
    [InlineData("\u200Bmailto:nama@contoh.example", "nama@contoh.example")]
    [InlineData("<nama@contoh.example>", "nama@contoh.example")]
    [InlineData("nama @contoh.example", "nama @contoh.example")]
    public void An_address_is_freed_of_what_stands_around_it(string given, string tidy) =>
        Assert.Equal(tidy, TidyText.Address(given));

    [Theory]
    [InlineData("a\u00A0b ", "a b", "spasi tak terputus, spasi di tepi")]
    [InlineData("a\nb", "a b", "ganti baris")]
    [InlineData("a  b", "a b", "spasi ganda")]
    [InlineData("a\u200Bb", "ab", "huruf tak terlihat")]
    [InlineData("1.2", "12", "tanda pemisah")]
    public void What_went_is_said_in_words(string given, string tidy, string words) =>
        Assert.Equal(words, TidyText.Difference(given, tidy));

    [Fact]
    public void A_passphrase_is_taken_as_it_was_typed()
    {
        var sent = """{"secret":" rahasia\u00a0 ","note":" catatan\u00a0 "}""";

        var read = JsonSerializer.Deserialize<Sent>(sent, SakipJson.Incoming)!;

        Assert.Equal(" rahasia\u00A0 ", read.Secret);
        Assert.Equal("catatan", read.Note);
    }

    private sealed record Sent(
        [property: System.Text.Json.Serialization.JsonConverter(typeof(VerbatimText))] string Secret,
        string Note
    );
}
