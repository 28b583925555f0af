namespace Sakip.Notifications;

/// <summary>Names of the facts that the texts know.</summary>
internal static class FactNames
{
    public const string SubUnit = "subUnit";

    /// <summary>"q1" to "q4".</summary>
    public const string Quarter = "quarter";

    /// <summary>Number of the agreement's revision; absent or 0 for the first agreement.</summary>
    public const string Revision = "revision";

    /// <summary>ISO date, or instant, by which the recipient is to act.</summary>
    public const string Due = "due";
    public const string Opens = "opens";
    public const string Closes = "closes";

    /// <summary>What a person wrote: why something was returned, extended or rejected.</summary>
    public const string Note = "note";

    /// <summary>Title of the document or section concerned.</summary>
    public const string Document = "document";
    public const string Step = "step";

    /// <summary>Path of the staff page that the message is about; who opens it signs in first.</summary>
    public const string Page = "page";

    /// <summary>Name of the official who acted.</summary>
    public const string Who = "who";
    public const string Decision = "decision";
    public const string Days = "days";
    public const string Count = "count";
    public const string Hash = "hash";

    /// <summary>Minutes for which a code holds; 10 when absent.</summary>
    public const string Minutes = "minutes";
}
