namespace Sakip.Storage;

/// <summary>The decision of a step. Who inserts it first wins; nothing else decides.</summary>
internal sealed class ClaimRow : Row
{
    public string Decision { get; set; } = "";
    public string By { get; set; } = "";
    public string ByName { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? Note { get; set; }

    /// <summary>Hash of the document that was shown, and of the one that came out of a signature.</summary>
    public string? DocumentHash { get; set; }

    public string? ResultHash { get; set; }

    /// <summary>Hash of the body that was handed in, where there is one.</summary>
    public string? BodyHash { get; set; }

    /// <summary>The key by which a machine decided in the person's name; null where the person did.</summary>
    public string? Key { get; set; }
}
