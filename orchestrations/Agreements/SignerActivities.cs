using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;

namespace Sakip.Agreements;

/// <summary>Looks at who is to sign.</summary>
internal sealed class SignerActivities(PlanStore plans, SignerStatus signers, TimeProvider clock)
{
    /// <summary>Asks whether a party can sign, before its round opens. A service that is away stops nobody here.</summary>
    [Function(nameof(CheckSigner))]
    public async Task<SignerReadiness> CheckSigner([ActivityTrigger] SignerCheck input, CancellationToken cancellation)
    {
        var agreement = input.Agreement;
        var plan = await plans.PlanAsync(agreement.Office, cancellation);
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var own = AgreementParties.Of(plan, agreement.Subject, today);
        var signer = Bearers.Eligible(own, input.Party, null, today).FirstOrDefault();
        return new SignerReadiness(
            signer is null ? null : await signers.ProblemAsync(signer, agreement.Unit, cancellation)
        );
    }
}
