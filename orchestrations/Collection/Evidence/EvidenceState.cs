namespace Sakip.Collection;

internal enum EvidenceState
{
    /// <summary>Parts are coming in.</summary>
    Uploading,
    Kept,

    /// <summary>The verifier does not accept it.</summary>
    Rejected,
    Deleted,

    /// <summary>The file is of a kind that is not allowed.</summary>
    Refused,
}
