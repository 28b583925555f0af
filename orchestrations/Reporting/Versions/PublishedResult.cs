namespace Sakip.Reporting;

/// <summary>
/// What a published version comes to, for readers who will not open its file. Every figure is printed in the report itself.
/// </summary>
/// <param name="Words">The whole in a sentence or two.</param>
internal sealed record PublishedResult(
    string Words,
    IReadOnlyList<(string Label, string Value)> Facts,
    IReadOnlyList<IndicatorResult> Indicators
)
{
    private const string Indicator = "indikator.";
    private const string Objective = "capaian.sasaran.";

    /// <summary>Null where the version was published before its figures were kept.</summary>
    public static PublishedResult? Of(ReportContent content)
    {
        var texts = content.Figures.ToDictionary(figure => figure.Code, figure => figure.Text);
        IReadOnlyList<IndicatorResult> indicators =
        [
            .. content
                .Figures.Where(figure => IsOf(figure, Indicator))
                .Select(figure => IndicatorOf(figure.Text, figure.Code[Indicator.Length..])),
        ];
        if (indicators.Count == 0 || Text("jumlah.tercapai") is not { } reached)
            return null;
        var money = Text("serapan") is { } share
            ? $"{share}, yaitu {Text("realisasi.anggaran")} dari pagu {Text("pagu")}"
            : null;
        var facts = new List<(string, string)>();
        if (Text("capaian") is { } whole)
            facts.Add(("Capaian kinerja kantor", whole));
        facts.AddRange(
            content
                .Figures.Where(figure => IsOf(figure, Objective) && Text(figure.Code) is not null)
                .Select(figure => (figure.Label, figure.Text))
        );
        facts.Add(("Peringkat indikator", Bands(indicators)));
        return new PublishedResult(
            $"{Digits(reached)} dari {indicators.Count} indikator kinerja mencapai targetnya."
                + (money is null ? "" : $" Anggaran yang terpakai {money}."),
            facts,
            indicators
        );

        IndicatorResult IndicatorOf(string name, string code) =>
            new(
                name,
                Text("target." + code),
                Text("realisasi." + code),
                Text("capaian." + code),
                Text("peringkat." + code)
            );

        // The report prints a dash where there is nothing to print.
        string? Text(string code) => texts.GetValueOrDefault(code) is { } text and not "-" ? text : null;
    }

    private static bool IsOf(PrintedFigure figure, string prefix) =>
        figure.Code.StartsWith(prefix, StringComparison.Ordinal);

    private static string Bands(IReadOnlyList<IndicatorResult> indicators) =>
        string.Join(
            ", ",
            indicators
                .GroupBy(one => one.Band ?? "Belum dinilai")
                .OrderByDescending(band => band.Count())
                .ThenBy(band => band.Key, StringComparer.Ordinal)
                .Select(band => $"{band.Key}: {band.Count()}")
        );

    // Counts are printed as "2 (dua)".
    private static string Digits(string count) => count.Split(' ')[0];
}

/// <summary>An indicator as printed; null where the report prints nothing.</summary>
internal sealed record IndicatorResult(
    string Name,
    string? Target,
    string? Realisation,
    string? Achievement,
    string? Band
);
