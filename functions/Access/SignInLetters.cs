using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Notifications;

namespace Sakip.Functions.Access;

/// <summary>The letter that carries a sign-in code, to those whom some office knows.</summary>
internal sealed class SignInLetters(People people, SignInPost post, TimeProvider clock, IOptions<AccessOptions> options)
{
    public async Task<bool> IsKnownAsync(string address, CancellationToken cancellation) =>
        await RecipientAsync(address, cancellation) is not null;

    /// <summary>Hands the code's letter to the post; false when the post takes none, whoever the mailbox belongs to.</summary>
    /// <param name="withNotice">Whether the owner is also told that many codes were asked for.</param>
    public async Task<bool> SendAsync(string address, string code, bool withNotice, CancellationToken cancellation)
    {
        if (!post.HasRoom)
            return false;
        if (await RecipientAsync(address, cancellation) is not var (recipient, office))
            return true;
        var now = clock.GetUtcNow();
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Minutes] = FormattableString.Invariant($"{options.Value.CodeLifetime.TotalMinutes:0}"),
        };
        ComposedMessage Letter(MessageKind kind, string? given) =>
            MessageComposer.Compose(
                new MessageRequest
                {
                    Kind = kind,
                    DedupeKey = $"{kind}:{OneTimeCodes.NewNonce()}",
                    At = now,
                    To = recipient,
                    Office = office,
                    Year = now.Year,
                    Facts = facts,
                    Code = given,
                }
            );
        if (withNotice)
            post.TrySend(Letter(MessageKind.SignInCodesMany, null));
        return post.TrySend(Letter(MessageKind.SignInCode, code));
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
