namespace Sakip.Functions.Approvals;

internal enum Notice
{
    None,
    CodeSent,
    CodeWaits,
    CodeNotDelivered,
    CodesExhausted,
    CodeOvertaken,
    TooManyCodes,
    CodeWrong,
    CodeDead,
    CodeMissing,
    FormHasErrors,
    NoteMissing,
    NotSigned,
    EvidenceNotRejected,
    TooManyTries,
    TooLarge,
    ActedBefore,
    Overtaken,
    YearOver,
    NoChoice,
    ScanMissing,
    TextHasErrors,
    Previewed,
}
