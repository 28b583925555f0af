using Sakip.Approvals;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>An agreement that may be decided with the others.</summary>
/// <param name="Name">Name of its box in the form.</param>
/// <param name="Url">Its own link, on which it can be returned; null where it has none yet.</param>
internal sealed record SeveralRow(string Name, string Title, string Holder, string Due, string? Url, bool IsChosen)
{
    public string? Document => Url is null ? null : Url + "/dokumen";
}

/// <summary>What waits for one person, on one page.</summary>
internal sealed record SeveralView
{
    public required string Office { get; init; }

    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string Action { get; init; }

    public required string ActionToken { get; init; }

    public required string YesLabel { get; init; }

    public required IReadOnlyList<SeveralRow> Rows { get; init; }

    public required bool NeedsCode { get; init; }

    public required FieldView CodeField { get; init; }

    public bool AsksForPassphrase { get; init; }

    public string? Message { get; init; }

    public bool IsError { get; init; }

    /// <summary>What was not decided, and why.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    public static string NameOf(OpenedLink link) => "pilih." + link.Subject.Dotted;

    public static SeveralRow RowOf(OpenedLink link, string? token, bool isChosen)
    {
        var post = ((AgreementSubject)link.Subject).Post!;
        var holder = new OfficeDirectory(link.Plan).HolderOf(post, link.Plan.Zone.DateAt(link.Approval.OpenedAt));
        return new SeveralRow(
            NameOf(link),
            link.DocumentTitle,
            holder?.Official.FullName() ?? "–",
            PageWords.Deadline(link.Approval.DueAt),
            token is null ? null : "/tautan/" + token,
            isChosen
        );
    }
}
