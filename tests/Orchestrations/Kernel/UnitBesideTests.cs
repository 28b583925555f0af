using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Tests.Orchestrations.Kernel;

public sealed class UnitBesideTests
{
    [Theory]
    [InlineData("2 Dokumen", "Dokumen", "2")]
    [InlineData("0 temuan", "Temuan", "0")]
    [InlineData("1.234 dok.", "Dokumen", null)]
    [InlineData("12 dok.", "Dokumen", "12")]
    [InlineData("87,5 Orang/Bulan", "Orang / bulan", "87.5")]
    [InlineData("3 m²", "m²", "3")]
    [InlineData("80 %", "Persen", "80")]
    [InlineData("80 persen", "Persen", "80")]
    [InlineData("2\u00A0Dokumen", "Dokumen", "2")]
    [InlineData("2 (dua) Dokumen", "Dokumen", "2")]
    [InlineData("2 (dua)", "Dokumen", "2")]
    [InlineData("12 bln", "Bulan", "12")]
    [InlineData("5 org", "Orang", "5")]
    public void The_unit_that_is_expected_may_stand_beside_a_number(string typed, string unit, string? value) =>
        Assert.Equal(
            value,
            NumberParser
                .Parse(typed, NumberKind.Number, unit: unit)
                .Value?.ToString("0.##", CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("2 Orang", "Dokumen", "\"2 Orang\": satuan yang diminta Dokumen, bukan \"Orang\".")]
    [InlineData("1,5 juta", "Dokumen", "\"1,5 juta\": satuan yang diminta Dokumen, bukan \"juta\".")]
    [InlineData("2 brs", "Bulan", "\"2 brs\": satuan yang diminta Bulan, bukan \"brs\".")]
    [InlineData("2 (3)", "Bulan", "\"2 (3)\" bukan angka yang dapat dibaca.")]
    [InlineData("2 Dokumen", null, "\"2 Dokumen\" bukan angka yang dapat dibaca.")]
    [InlineData("Dokumen 2", "Dokumen", "\"Dokumen 2\" bukan angka yang dapat dibaca.")]
    public void Another_word_is_refused_with_what_is_wanted(string typed, string? unit, string said) =>
        Assert.StartsWith(
            said,
            NumberParser.Parse(typed, NumberKind.Number, unit: unit).Error,
            StringComparison.Ordinal
        );
}
