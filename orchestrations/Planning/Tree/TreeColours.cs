namespace Sakip.Planning;

/// <summary>Grounds of the boxes of a drawn tree; what a box is stands in its first line.</summary>
internal static class TreeColours
{
    public static string Of(TreeNodeKind kind) =>
        kind switch
        {
            TreeNodeKind.Goal => "D5E3F0",
            TreeNodeKind.Objective => "E6EEF6",
            TreeNodeKind.Programme => "F5EEDD",
            TreeNodeKind.Activity => "F9F5E9",
            TreeNodeKind.SubActivity => "FCFAF4",
            TreeNodeKind.Loose => "FDF0EF",
            _ => "FFFFFF",
        };
}
