using Sakip.Documents;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Where a reviewer looks before answering an item: the part of the report that it asks about.</summary>
internal static class ReviewPlaces
{
    // By the standard item's code, the id of the report's heading. Items about how data come in concern no single part.
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["i-1"] = "ikhtisar",
        ["i-2"] = "perjanjian",
        ["i-3"] = "capaian",
        ["i-4"] = "lampiran-1",
        ["i-5"] = "bab-4",
        ["i-6"] = "anggaran",
        ["ii-1"] = "organisasi",
        ["ii-2"] = "lampiran-2",
        ["ii-5"] = "catatan",
        ["ii-6"] = "evaluasi",
        ["iii-1"] = "lampiran-1",
        ["iii-2"] = "renstra",
        ["iii-4"] = "lampiran-4",
        ["iii-5"] = "evaluasi",
        ["iii-6"] = "lampiran-4",
        ["iii-7"] = "lampiran-4",
    };

    private static readonly HashSet<ReviewItem> Known = [.. ReviewChecklist.Standard.SelectMany(group => group.Items)];

    /// <summary>Null where the item concerns no single part, or is the office's own and may ask about anything.</summary>
    public static DocumentPlace? Of(ReviewItem item, IReadOnlyList<DocumentPlace> places)
    {
        return Known.Contains(item) && Headings.TryGetValue(item.Code, out var heading)
            ? places.FirstOrDefault(place => place.Id == heading)
            : null;
    }
}
