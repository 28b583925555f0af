namespace Sakip.Storage;

/// <summary>The part in which somebody acts, by the names that the audit chain carries.</summary>
internal enum ActorRole
{
    /// <summary>The app by itself: a timer, a deadline, an orchestration.</summary>
    System,

    /// <summary>A machine that calls with a function key and names no official.</summary>
    Machine,

    Staff,
    Planner,
    Operator,
    Verifier,
    BudgetManager,
    Inspector,
    Administrator,
    SubUnitHead,
    OfficeHead,
    Superior,
    SystemAdministrator,

    /// <summary>The bearer of a step's link, before the step is decided.</summary>
    LinkBearer,

    /// <summary>This and the next ones are the parts of those who decide a step.</summary>
    Checker,
    FirstParty,
    SecondParty,
    Submitter,
    Approver,
    Writer,
    Reviewer,
    Signatory,

    /// <summary>Explains a finding, and who rules on the explanation.</summary>
    Explainer,
    Ruler,
}
