using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <param name="Body">What is handed in (a submission), already validated.</param>
internal sealed record DecisionRequest(
    Decision Decision,
    string? Note,
    string? Code,
    byte[]? Body = null,
    SigningSecret? Secret = null
)
{
    /// <summary>Pages of a scan signed in ink, where the bearer chose that way.</summary>
    public IReadOnlyList<ScanPage> Scan { get; init; } = [];

    /// <summary>The mailbox was proven for several steps at once: no code is looked at for each.</summary>
    public bool IsProven { get; init; }

    /// <summary>Where the decision comes from: the client's address.</summary>
    public string? Where { get; init; }
}

internal enum DecisionStatus
{
    Decided,
    SameAgain,
    OtherStands,
    CodeWrong,
    CodeDead,
    NotAllowed,

    /// <summary>The bearer decided an earlier step of the same matter: nobody checks or approves their own work.</summary>
    ActedBefore,

    /// <summary>A machine decided an earlier step of the same matter by the same key: four eyes are not one key.</summary>
    KeyActedBefore,

    /// <summary>Link or code was replaced while the decision was under way: nothing was decided.</summary>
    Overtaken,

    /// <summary>A quarter is not reopened any more: its year is over.</summary>
    YearOver,
}

/// <param name="Claim">The decision that stands, where one does.</param>
internal sealed record DecisionAnswer(DecisionStatus Status, ClaimRow? Claim);
