using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>What was typed into a form and not handed in yet, exactly as it was typed.</summary>
internal sealed class DraftRow : Row
{
    public int Revision { get; set; }

    /// <summary>The opened page that wrote it last: a page does not stand in its own way.</summary>
    public string Writer { get; set; } = "";

    public string By { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? Body { get; set; }

    /// <summary>Hash of the body's blob, where it is too long for a row.</summary>
    public string? BodyHash { get; set; }
}
