namespace Sakip.Notifications;

/// <summary>The facts that the texts of letters know. On the wire they are camelCase.</summary>
internal enum Fact
{
    SubUnit,

    /// <summary>"q1" to "q4".</summary>
    Quarter,

    /// <summary>Number of the agreement's revision; absent or 0 for the first agreement.</summary>
    Revision,

    /// <summary>ISO date, or instant, by which the recipient is to act.</summary>
    Due,
    Opens,
    Closes,

    /// <summary>What a person wrote: why something was returned, extended or rejected.</summary>
    Note,

    /// <summary>Title of the document or section concerned.</summary>
    Document,
    Step,

    /// <summary>Path of the staff page that the message is about; who opens it signs in first.</summary>
    Page,

    /// <summary>Name of the official who acted.</summary>
    Who,
    Decision,
    Days,
    Count,
    Hash,

    /// <summary>Steps that the letter lists (<see cref="LetterStep"/>), as JSON.</summary>
    Steps,

    /// <summary>Minutes for which a code holds; 10 when absent.</summary>
    Minutes,
}
