namespace Sakip.Audit;

/// <summary>
/// Something that was done, written beside the change itself and not yet in the chain. Codes and ids only: whom they belong to, and how to
/// reach them, is kept elsewhere and may be erased there without breaking the chain.
/// </summary>
/// <param name="At">When; counted in UTC, to 100 ns.</param>
/// <param name="Actor">An official's code, or <c>sistem</c>.</param>
/// <param name="Role">The role in which it was done.</param>
/// <param name="Action">What was done, a verb of the application: <c>agreement-signed</c>.</param>
/// <param name="Entity">To what: <c>agreement:biro:2024:0</c>.</param>
/// <param name="Correlation">Joins the entries of one request or orchestration.</param>
internal sealed record AuditIntent(
    DateTimeOffset At,
    string Actor,
    string Role,
    string Action,
    string Entity,
    string Correlation
)
{
    public const int LongestNote = 500;

    private readonly string? _note;

    /// <summary>SHA-256 of the document concerned, lower-case hex.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>From where: the client's address on the network; null for what the app does by itself.</summary>
    public string? Where { get; init; }

    /// <summary>A reason or remark; mail addresses and long numbers are masked, and it is cut at 500 characters.</summary>
    public string? Note
    {
        get => _note;
        init =>
            _note = value is null ? null : ContactData.Mask(value.Length > LongestNote ? value[..LongestNote] : value);
    }
}
