using Sakip.Approvals;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>Who checks an agreement is never one who signs it, whatever roles a signatory has beside.</summary>
public sealed class AgreementBearersTests
{
    private static readonly DateOnly Day = new(2024, 1, 2);

    [Theory]
    [InlineData(ApprovalKind.FirstPartySignature)]
    [InlineData(ApprovalKind.SecondPartySignature)]
    public void A_party_that_also_verifies_reports_is_not_asked_to_check_and_keeps_its_signature(object party)
    {
        var kind = (ApprovalKind)party;
        var signer = Bearers.Of(Sample.Plan, kind, null, Day);
        var plan = Sample.Plan with
        {
            Roles = [new RoleAssignment(OfficeRole.Verifier, signer.Code), .. Sample.Plan.Roles],
        };

        var checker = Bearers.Of(plan, ApprovalKind.AgreementCheck, null, Day);

        Assert.NotEqual(signer.Code, checker.Code);
        Assert.Equal(signer, Bearers.Find(plan, kind, null, Day, [checker.Code]));
        Assert.Equal(signer, Bearers.Now(plan, kind, null, Day, [checker.Code], bearer: signer.Code));
    }

    [Fact]
    public void Where_only_the_parties_verify_nobody_checks_and_that_is_told_and_not_waited_for() =>
        Assert.Throws<NoBearerException>(() =>
            Bearers.Of(
                Sample.Plan with
                {
                    Roles =
                    [
                        .. Sample.Plan.Roles.Where(role => role.Role != OfficeRole.Verifier),
                        new RoleAssignment(
                            OfficeRole.Verifier,
                            Bearers.Of(Sample.Plan, ApprovalKind.FirstPartySignature, null, Day).Code
                        ),
                    ],
                },
                ApprovalKind.AgreementCheck,
                null,
                Day
            )
        );
}
