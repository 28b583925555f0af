using System.Globalization;
using System.Xml;

namespace Sakip.Workbooks;

/// <summary>What is merged and hidden on a sheet.</summary>
internal sealed class SheetShape(WorkbookLimits limits)
{
    private readonly List<string> _merged = [];
    private readonly HashSet<int> _hidden = [];

    /// <summary>Merged areas, such as "A2:A5".</summary>
    public IReadOnlyList<string> MergedAreas => _merged;

    public IReadOnlySet<int> HiddenColumns => _hidden;

    public void Take(XmlReader reader)
    {
        if (reader.LocalName == "mergeCell" && reader.GetAttribute("ref") is { } area)
        {
            if (_merged.Count == limits.MergedAreas)
                throw WorkbookException.TooMuch("sel gabungan", limits.MergedAreas);
            _merged.Add(area);
        }

        if (reader.LocalName == "col" && WorkbookParts.IsOn(reader.GetAttribute("hidden")))
        {
            var (first, last) = (Number(reader, "min"), Number(reader, "max"));
            for (var column = Math.Max(first, 1); column <= Math.Min(last, limits.Columns); column++)
                _hidden.Add(column);
        }
    }

    private static int Number(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
