namespace Sakip.Planning;

/// <summary>Whether a child can yield its parent's value by the stated way.</summary>
internal static class LinkFit
{
    public static void Check(
        IndicatorLink link,
        IReadOnlyDictionary<string, LinkedIndicator> known,
        string path,
        Faults faults
    )
    {
        if (
            link.Parent is null
            || !known.TryGetValue(link.Indicator, out var child)
            || !known.TryGetValue(link.Parent, out var parent)
        )
        {
            return;
        }

        faults.Require(
            parent.Level <= child.Level,
            path + ".parent",
            $"Indikator {LevelWords.Of(child.Level).ToLowerInvariant()} tidak dapat berada di bawah indikator "
                + $"{LevelWords.Of(parent.Level).ToLowerInvariant()} '{parent.Code}'. Balik tautannya, atau pilih induk di atasnya."
        );
        if (link.Way is not { } way || way == ParentWay.Words)
            return;
        const string instead = "Samakan, atau pilih cara Kontribusi.";
        if (child.Card.Kind == ValueKind.Text || parent.Card.Kind == ValueKind.Text)
        {
            faults.Add(
                path + ".way",
                $"Cara {LevelWords.Of(way)} memerlukan angka, sedangkan "
                    + $"'{(child.Card.Kind == ValueKind.Text ? child : parent).Code}' bertipe Teks. Pilih cara Kontribusi."
            );
            return;
        }

        faults.Require(
            child.Card.Kind == parent.Card.Kind,
            path + ".way",
            $"Cara {LevelWords.Of(way)} memerlukan tipe nilai yang sama: '{child.Code}' {Kind(child)}, "
                + $"induk '{parent.Code}' {Kind(parent)}. {instead}"
        );
        faults.Require(
            child.Card.Kind != parent.Card.Kind || Same(child.Card.Measure, parent.Card.Measure),
            path + ".way",
            $"Cara {LevelWords.Of(way)} memerlukan satuan yang sama: '{child.Code}' dalam {child.Card.Measure}, "
                + $"induk '{parent.Code}' dalam {parent.Card.Measure}. {instead}"
        );
    }

    private static string Kind(LinkedIndicator one) => Choices.Kind.WordOf($"{one.Card.Kind}");

    private static bool Same(string one, string other) => SheetTable.Plain(one) == SheetTable.Plain(other);
}
