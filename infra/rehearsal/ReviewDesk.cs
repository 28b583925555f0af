namespace Sakip.Rehearsal;

/// <summary>The reviewer finds the report in order, and one item worth a note.</summary>
internal static class ReviewDesk
{
    private const string Note = ".catatan";

    public static void Fill(Dictionary<string, string> fields, ReviewPart review)
    {
        foreach (var name in fields.Keys.Where(name => name.EndsWith(Note, StringComparison.Ordinal)).ToArray())
        {
            // A status that nobody has chosen yet stands in no field.
            var item = name[..^Note.Length];
            var isNoted = item == review.Item;
            fields[item + ".status"] = isNoted ? "FulfilledWithNotes" : "Fulfilled";
            if (!isNoted)
                continue;
            fields[name] = review.Note;
            fields[item + ".rekomendasi"] = review.Recommendation;
        }

        if (fields.ContainsKey("nomor"))
            fields["nomor"] = review.Number;
    }
}
