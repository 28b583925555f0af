using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Notifications;

namespace Sakip.Functions.Access;

/// <summary>The letter that carries a sign-in code, to those whom some office knows.</summary>
public sealed class SignInLetters(
    People people, SignInPost post, TimeProvider clock, IOptions<AccessOptions> options)
{
    public async Task<bool> IsKnownAsync(string address, CancellationToken cancellation) =>
        await RecipientAsync(address, cancellation) is not null;

    public async Task SendAsync(string address, string code, CancellationToken cancellation)
    {
        if (await RecipientAsync(address, cancellation) is not var (recipient, office)) return;
        var now = clock.GetUtcNow();
        var facts = new Dictionary<string, string>
        {
            [FactNames.Minutes] = FormattableString.Invariant($"{options.Value.CodeLifetime.TotalMinutes:0}"),
        };
        post.TrySend(
            MessageComposer.Compose(
                new MessageRequest(
                    MessageKind.SignInCode,
                    $"{MessageKind.SignInCode}:{OneTimeCodes.NewNonce()}",
                    now,
                    recipient,
                    office,
                    now.Year,
                    facts,
                    Code: code)));
    }

    private async Task<(Recipient To, string Office)?> RecipientAsync(string address, CancellationToken cancellation)
    {
        var identity = Identity.OfMailbox(address);
        var membership = (await people.MembershipsAsync(identity, cancellation)).FirstOrDefault();
        if (membership is not null)
        {
            var official = membership.Official;
            return (new Recipient(official.Code, official.FullName(), official.Email), membership.Plan.Unit.ShortName);
        }

        return
            options.Value.Administrators.FirstOrDefault(known => Identity.Normal(known) == identity.Value)
                is { } administrator
            ? (new Recipient(Caller.SystemAdministrator, "Administrator", administrator), "SAKIP")
            : null;
    }
}
