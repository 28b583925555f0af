using System.Xml;

namespace Sakip.Workbooks;

/// <summary>Where the parts of a workbook are, and what holds for all of its sheets.</summary>
internal sealed record WorkbookParts(
    IReadOnlyList<(SheetInfo Info, string Part)> Sheets,
    string? SharedStrings,
    string? Styles,
    bool From1904
)
{
    private const string Macro = "macroEnabled";

    public static WorkbookParts Read(SafeArchive archive, WorkbookLimits limits)
    {
        RefuseMacros(archive);
        var root = Relations(archive, "_rels/.rels", "")
            .FirstOrDefault(relation => relation.Type == "officeDocument")
            .Part;
        if (root is null || !archive.Has(root))
            throw WorkbookException.Damaged();
        var slash = root.LastIndexOf('/');
        var folder = root[..Math.Max(slash, 0)];
        var relations = Relations(archive, $"{root[..(slash + 1)]}_rels/{root[(slash + 1)..]}.rels", folder);
        var sheets = new List<(SheetInfo, string)>();
        var from1904 = false;
        using var reader = archive.Read(root);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr")
                from1904 = IsOn(reader.GetAttribute("date1904"));
            if (reader.LocalName != "sheet")
                continue;
            var id = RelationId(reader);
            var relation = relations.FirstOrDefault(one => one.Id == id);
            if (relation is not { Type: "worksheet", Part: { } part })
                continue;
            if (!archive.Has(part))
                throw WorkbookException.Damaged();
            sheets.Add(
                (
                    new SheetInfo(
                        reader.GetAttribute("name") ?? "",
                        reader.GetAttribute("state") is "hidden" or "veryHidden"
                    ),
                    part
                )
            );
            if (sheets.Count > limits.Sheets)
                throw WorkbookException.TooMuch("lembar", limits.Sheets);
        }

        return new WorkbookParts(
            sheets,
            Known(archive, relations, "sharedStrings"),
            Known(archive, relations, "styles"),
            from1904
        );
    }

    public static bool IsOn(string? value) => value is "1" or "true" or "on";

    // Some programs list the types of all files that they could write; what counts is the parts that are there.
    private static void RefuseMacros(SafeArchive archive)
    {
        using var reader = archive.Read("[Content_Types].xml");
        while (reader.Read())
        {
            if (
                reader.NodeType == XmlNodeType.Element
                && reader.GetAttribute("ContentType")?.Contains(Macro, StringComparison.OrdinalIgnoreCase) == true
                && (
                    reader.GetAttribute("PartName") is { } part
                        ? archive.Has(part.TrimStart('/'))
                        : reader.GetAttribute("Extension") is { } extension && archive.HasAny("." + extension)
                )
            )
            {
                throw SafeArchive.Macro();
            }
        }
    }

    private static string? Known(
        SafeArchive archive,
        List<(string Id, string Type, string Part)> relations,
        string type
    ) =>
        relations.FirstOrDefault(relation => relation.Type == type).Part is { } part && archive.Has(part) ? part : null;

    private static List<(string Id, string Type, string Part)> Relations(
        SafeArchive archive,
        string part,
        string folder
    )
    {
        if (!archive.Has(part))
            throw WorkbookException.Damaged();
        var relations = new List<(string, string, string)>();
        using var reader = archive.Read(part);
        while (reader.Read())
        {
            if (
                reader.NodeType != XmlNodeType.Element
                || reader.LocalName != "Relationship"
                || reader.GetAttribute("TargetMode") == "External"
            )
            {
                continue;
            }

            var type = reader.GetAttribute("Type") ?? "";
            relations.Add(
                (
                    reader.GetAttribute("Id") ?? "",
                    type[(type.LastIndexOf('/') + 1)..],
                    Resolve(folder, reader.GetAttribute("Target") ?? "")
                )
            );
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        if (target.StartsWith('/'))
            return target[1..];
        var segments = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var segment in target.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }

    private static string? RelationId(XmlReader reader)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName != "id" || reader.NamespaceURI.Length == 0)
                continue;
            var id = reader.Value;
            reader.MoveToElement();
            return id;
        }

        reader.MoveToElement();
        return null;
    }
}
