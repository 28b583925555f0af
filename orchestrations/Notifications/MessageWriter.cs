using Microsoft.Extensions.Options;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>Makes the letter of an outbox row, with links that open today.</summary>
internal sealed class MessageWriter(ILinkMaker links, IOptions<AppOptions> app)
{
    public async Task<ComposedMessage> WriteAsync(
        Subject subject,
        MessageRow row,
        OfficePlan plan,
        ApprovalRow? opened,
        CancellationToken cancellation
    )
    {
        var kind = Enum.Parse<MessageKind>(row.Kind);
        var official =
            plan.Officials.FirstOrDefault(candidate => candidate.Code == row.Recipient)
            ?? throw new ObsoleteMessageException("Penerima tidak ada lagi dalam rencana.");
        var facts = FactText.Read(row.Facts);
        if (row.LinkStep is null && MessagePages.Of(subject, kind) is { } own)
            facts.TryAdd(Fact.Page, own);
        var link = facts.TryGetValue(Fact.Page, out var page) ? new Uri(app.Value.BaseUrl!, page) : null;
        string? code = null;
        if (row.LinkStep is { } step)
        {
            var made = await links.MakeAsync(subject, step, row, opened, cancellation);
            (link, code) = (new Uri(app.Value.BaseUrl!, made.Path), made.Code);
        }

        var steps = await StepsAsync(row, facts, cancellation);
        var recipient = new Recipient(
            official.Code,
            official.FullName(),
            official.Email,
            official.Whatsapp,
            official.WhatsappConsent
        );
        return MessageComposer.Compose(
            new MessageRequest
            {
                Kind = kind,
                DedupeKey = row.DedupeKey,
                At = row.At,
                To = recipient,
                Office = plan.Unit.ShortName,
                Year = plan.Year,
                Facts = facts,
                Link = link,
                Code = code,
                Zone = plan.Zone,
                Steps = steps,
                Helper = HelperOf(plan, official),
            }
        );
    }

    // The office's administrator; the administrator is sent to a planner.
    private static string? HelperOf(OfficePlan plan, Official recipient)
    {
        var directory = new OfficeDirectory(plan);
        var helper = directory
            .WithRole(OfficeRole.Administrator)
            .Concat(directory.WithRole(OfficeRole.Planner))
            .FirstOrDefault(one => one.Code != recipient.Code && one.Email.Length > 0);
        return helper is null ? null : $"{helper.FullName()} ({helper.Email})";
    }

    // What has passed to somebody else meanwhile is left out; a letter of which nothing stands is not sent.
    private async Task<IReadOnlyList<(LetterStep Step, Uri? Link)>> StepsAsync(
        MessageRow row,
        Dictionary<Fact, string> facts,
        CancellationToken cancellation
    )
    {
        var all = LetterStep.Of(facts);
        var standing = new List<(LetterStep, Uri?)>();
        foreach (var step in all)
        {
            if (step.Subject is null)
            {
                standing.Add((step, null));
                continue;
            }

            var asked = new MessageRow { Recipient = row.Recipient, LinkAttempt = step.Attempt };
            try
            {
                var made = await links.MakeAsync(Subject.Parse(step.Subject)!, step.Step!, asked, null, cancellation);
                standing.Add((step, new Uri(app.Value.BaseUrl!, made.Path)));
            }
            catch (ObsoleteMessageException) when (all.Count > 1)
            {
                // The letter tells of the others.
            }
        }

        return all.Count > 0 && standing.Count == 0
            ? throw new ObsoleteMessageException("Semua langkah pada surat ini telah beralih kepada pejabat lain.")
            : standing;
    }
}
