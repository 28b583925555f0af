namespace Sakip.Agreements;

/// <param name="Revision">0 for the year's first agreement, 1 and on for revisions; also the budget's sequence number.</param>
public sealed record AgreementInput(string Unit, int Year, int Revision, int Attempt = 1);

/// <summary>What drafting gave.</summary>
/// <param name="IsSound">False when a blocking finding stands in the way of signing.</param>
public sealed record AgreementDraft(bool IsSound, string? DocumentHash, int Blockers);

/// <param name="DocumentHash">Hash of the document that both parties signed.</param>
public sealed record AgreementInForce(int Revision, string DocumentHash, DateOnly SignedOn);

/// <summary>Hands a draft back to the planner.</summary>
public sealed record AgreementHandBack(AgreementInput Agreement, string Reason, string? Note);

/// <summary>Says that the planner wants a new draft.</summary>
public sealed record RedraftSignal(string? Reason = null);
