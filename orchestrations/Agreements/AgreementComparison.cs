using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Agreements;

internal enum ChangeKind
{
    Same,
    Changed,
    Added,
    Removed,
}

/// <summary>One line of two agreements side by side.</summary>
/// <param name="Words">What changed, in words: colour alone says nothing.</param>
internal sealed record ComparedLine(string Name, string? Before, string? After, ChangeKind Kind, string Words);

/// <summary>Two agreements side by side: parties, targets and amounts.</summary>
internal sealed record AgreementComparison(
    IReadOnlyList<ComparedLine> Parties,
    IReadOnlyList<ComparedLine> Targets,
    IReadOnlyList<ComparedLine> Amounts
)
{
    public int Changes => Parties.Concat(Targets).Concat(Amounts).Count(line => line.Kind != ChangeKind.Same);

    public static AgreementComparison Of(AgreementSnapshot before, AgreementSnapshot after)
    {
        return new AgreementComparison(
            [
                Text("Pihak pertama", Name(before.FirstParty), Name(after.FirstParty)),
                Text("Pihak kedua", Name(before.SecondParty), Name(after.SecondParty)),
            ],
            [
                .. Both(before.Indicators, after.Indicators, one => one.Indicator)
                    .Select(pair => Target(pair.Before, pair.After)),
            ],
            [
                .. Both(before.Amounts(), after.Amounts(), one => one.Code)
                    .Select(pair => Amount((pair.After ?? pair.Before)!.Name, pair.Before?.Amount, pair.After?.Amount)),
                Amount("Jumlah anggaran", before.Total(), after.Total()),
            ]
        );
    }

    private static ComparedLine Target(AgreedIndicator? before, AgreedIndicator? after)
    {
        var (old, now) = (before?.Target, after?.Target);
        var line = Line(
            (after ?? before)!.Name,
            Show(before),
            Show(after),
            old?.Value is { } from && now?.Value is { } to && old.Upper is null && now.Upper is null ? to - from : null,
            difference => IndonesianNumber.Natural(difference, 0) + " " + (after ?? before)!.Measure.ToLowerInvariant()
        );
        var quarters = Enumerable
            .Range(0, 4)
            .Count(q => old?.Quarterly?.ElementAtOrDefault(q) != now?.Quarterly?.ElementAtOrDefault(q));
        return line is { Kind: ChangeKind.Same } && quarters > 0 && (old?.Quarterly ?? now?.Quarterly) is not null
            ? line with
            {
                Kind = ChangeKind.Changed,
                Words = "Target tahunan tetap; target triwulan berubah",
            }
            : line;
    }

    private static ComparedLine Amount(string name, decimal? before, decimal? after) =>
        Line(
            name,
            before is { } old ? IndonesianNumber.Rupiah(old) : null,
            after is { } now ? IndonesianNumber.Rupiah(now) : null,
            after - before,
            IndonesianNumber.Rupiah
        );

    private static ComparedLine Text(string name, string before, string after) =>
        new(
            name,
            before,
            after,
            before == after ? ChangeKind.Same : ChangeKind.Changed,
            before == after ? "Tetap" : "Berganti"
        );

    private static ComparedLine Line(
        string name,
        string? before,
        string? after,
        decimal? difference,
        Func<decimal, string> show
    ) =>
        (before, after) switch
        {
            (null, _) => new(name, null, after, ChangeKind.Added, "Baru"),
            (_, null) => new(name, before, null, ChangeKind.Removed, "Dihapus"),
            _ when before == after => new(name, before, after, ChangeKind.Same, "Tetap"),
            _ when difference is > 0 => new(name, before, after, ChangeKind.Changed, "Naik " + show(difference.Value)),
            _ when difference is < 0 => new(
                name,
                before,
                after,
                ChangeKind.Changed,
                "Turun " + show(-difference.Value)
            ),
            _ => new(name, before, after, ChangeKind.Changed, "Berubah"),
        };

    private static IEnumerable<(T? Before, T? After)> Both<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> key
    )
        where T : class =>
        [
            .. before.Select(one => ((T?)one, after.FirstOrDefault(other => key(other) == key(one)))),
            .. after.Where(one => before.All(other => key(other) != key(one))).Select(one => ((T?)null, (T?)one)),
        ];

    private static string? Show(AgreedIndicator? indicator) =>
        indicator?.Target switch
        {
            null => null,
            { Text: { } text, Value: null } => text,
            { Value: { } value, Upper: { } upper } =>
                $"{IndonesianNumber.Natural(value, 0)}–{IndonesianNumber.Natural(upper, 0)} {indicator.Measure.ToLowerInvariant()}",
            { Value: { } value } => $"{IndonesianNumber.Natural(value, 0)} {indicator.Measure.ToLowerInvariant()}",
            _ => "–",
        };

    private static string Name(OfficialSnapshot party) => $"{party.Name}, {party.Title}";
}
