namespace Sakip.Planning;

/// <summary>What one stands for in a table: titles and headings may say thousands, and are asked about.</summary>
internal sealed record SpendingUnit(decimal Factor, SpendingQuestion? Question)
{
    public const string Field = "unit";

    public static SpendingUnit Of(SpendingCandidate column, decimal? given) =>
        Of(column.Heading, column.Table.Titles, given);

    /// <param name="titles">The lines above the headings.</param>
    public static SpendingUnit Of(SpendingHeading heading, IEnumerable<string> titles, decimal? given)
    {
        var (said, where) = Said(heading, titles);
        if (said == 1m)
            return new SpendingUnit(1m, null);
        var factor = given == said || given == 1m ? given : null;
        return new SpendingUnit(
            factor ?? said,
            new SpendingQuestion(
                Field,
                $"Berkas menyebut \"{where}\". Angkanya dalam satuan apa?",
                [
                    new SpendingOption(
                        SpendingPeriods.Plain(said),
                        char.ToUpperInvariant(SpendingPeriods.UnitName(said)[0]) + SpendingPeriods.UnitName(said)[1..],
                        $"setiap angka dikalikan {Kernel.IndonesianNumber.Number(said, 0)}"
                    ),
                    new SpendingOption("1", "Rupiah penuh", "angka dipakai apa adanya"),
                ],
                factor is { } chosen ? SpendingPeriods.Plain(chosen) : null
            )
        );
    }

    private static (decimal Unit, string Where) Said(SpendingHeading heading, IEnumerable<string> titles)
    {
        if (SpendingPeriods.UnitIn(heading.Text) is not 1m and var unit)
            return (unit, heading.Text);
        foreach (var title in titles)
        {
            if (
                (title.Contains("dalam", StringComparison.OrdinalIgnoreCase) || title.StartsWith('('))
                && SpendingPeriods.UnitIn(title) is not 1m and var found
            )
            {
                return (found, title);
            }
        }

        return (1m, "");
    }
}
