using CsCheck;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Kernel;

public sealed class NumberParserTests
{
    [Theory]
    [InlineData("3,639,196,510.00,-", 3639196510)]
    [InlineData("Rp. 525.774.880", 525774880)]
    [InlineData("Rp.962,815,700.00", 962815700)]
    [InlineData("Rp3.639.196.510", 3639196510)]
    [InlineData("Rp 3,639,196,510,-", 3639196510)]
    [InlineData("525774880.50", 525774880.50)]
    [InlineData("525.774.880,50", 525774880.50)]
    [InlineData("1.234", 1234)]
    [InlineData("1,234", 1234)]
    [InlineData("0", 0)]
    [InlineData("-1.500.000", -1500000)]
    [InlineData("-Rp1.500.000", -1500000)]
    [InlineData("Rp-1.500.000", -1500000)]
    public void Rupiah_is_read_as_written(string text, double expected) =>
        Assert.Equal((decimal)expected, NumberParser.Parse(text, NumberKind.Rupiah).Value);

    [Theory]
    [InlineData("87,5%", 87.5)]
    [InlineData("80.79%", 80.79)]
    [InlineData("87.5", 87.5)]
    [InlineData("87 Persen", 87)]
    [InlineData("87 Persentase", 87)]
    [InlineData("87.500", 87.5)]
    [InlineData("0.125", 0.125)]
    [InlineData(",5", 0.5)]
    public void A_percentage_is_read_as_written(string text, double expected) =>
        Assert.Equal((decimal)expected, NumberParser.Parse(text, NumberKind.Percent).Value);

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void A_dash_or_nothing_is_absent_and_not_zero(string? text)
    {
        var parsed = NumberParser.Parse(text, NumberKind.Rupiah);
        Assert.Equal(new ParsedNumber(null, null), parsed);
    }

    [Theory]
    [InlineData("1.234", NumberKind.Percent)]
    [InlineData("1,234", NumberKind.Number)]
    public void An_ambiguous_number_is_asked_about(string text, NumberKind kind)
    {
        var parsed = NumberParser.Parse(text, kind);
        Assert.Null(parsed.Value);
        Assert.Contains("1234 atau 1,234", parsed.Error);
    }

    [Fact]
    public void Neighbours_decide_what_is_ambiguous()
    {
        Assert.Equal(1.234m, NumberParser.Parse("1.234", NumberKind.Number, 2, ["80.79", "12"]).Value);
        Assert.Equal(1234m, NumberParser.Parse("1.234", NumberKind.Number, 2, ["80,79"]).Value);
        Assert.Equal(1.234m, NumberParser.Parse("1,234", NumberKind.Number, 2, ["1.234.567"]).Value);
        Assert.NotNull(NumberParser.Parse("1.234", NumberKind.Number, 2, ["80,79", "80.79"]).Error);
    }

    [Fact]
    public void Precision_decides_for_percentages() =>
        Assert.Equal(1.234m, NumberParser.Parse("1.234", NumberKind.Percent, 3).Value);

    [Theory]
    [InlineData("87,5,%", NumberKind.Percent)]
    [InlineData("12.34.567", NumberKind.Rupiah)]
    [InlineData("seratus", NumberKind.Percent)]
    [InlineData("1e5", NumberKind.Rupiah)]
    [InlineData("50%", NumberKind.Rupiah)]
    [InlineData("Rp5.000", NumberKind.Percent)]
    [InlineData("1,5", NumberKind.Count)]
    [InlineData("99999999999999999999999999999999999", NumberKind.Rupiah)]
    [InlineData("1.2345", NumberKind.Rupiah)]
    [InlineData("--5", NumberKind.Number)]
    public void What_cannot_be_read_is_an_error_in_Indonesian(string text, NumberKind kind)
    {
        var parsed = NumberParser.Parse(text, kind);
        Assert.Null(parsed.Value);
        Assert.NotNull(parsed.Error);
        Assert.DoesNotContain("invalid", parsed.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_printed_is_read_back() =>
        Gen.Long[0, 99_999_999_999_999]
            .Sample(sen =>
            {
                var amount = sen / 100m;
                return NumberParser.Parse(IndonesianNumber.Rupiah(amount), NumberKind.Rupiah).Value == amount;
            });

    [Fact]
    public void Percentages_of_two_decimals_are_read_back() =>
        Gen.Int[0, 99_999]
            .Sample(hundredths =>
            {
                var value = hundredths / 100m;
                return NumberParser.Parse(IndonesianNumber.Percent(value, 2), NumberKind.Percent).Value == value;
            });

    [Fact]
    public void No_text_breaks_the_parser() =>
        Gen
            .String.Select(Gen.Enum<NumberKind>())
            .Sample(
                (text, kind) =>
                {
                    var parsed = NumberParser.Parse(text, kind);
                    return parsed.Value is null || parsed.Error is null;
                }
            );
}
