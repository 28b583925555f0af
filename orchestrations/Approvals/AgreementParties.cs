using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>
/// The parties of an agreement: of the office's own the plan names them, of a post's own they are its holder and the
/// first superior who is another person.
/// </summary>
internal static class AgreementParties
{
    /// <summary>The plan as the subject sees it: its first and second party are those of the post that promises.</summary>
    public static OfficePlan Of(OfficePlan plan, Subject subject, DateOnly on) =>
        subject is AgreementSubject { Post: { } post }
            ? plan with
            {
                Agreement = plan.Agreement with
                {
                    FirstParty = post,
                    SecondParty = SuperiorOf(plan, post, on) ?? "",
                    StaffTargets = null,
                    Template = null,
                },
            }
            : plan;

    /// <summary>
    /// The post to whose holder a post promises. Who holds both is passed over, for nobody agrees with himself; a vacant
    /// superior is not, for somebody has to be appointed to act for him. Null where nobody is above.
    /// </summary>
    public static string? SuperiorOf(OfficePlan plan, string post, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        var own = directory.HolderOf(post, on)?.Official.Code;
        var seen = new HashSet<string>(StringComparer.Ordinal) { post };
        var above = directory.Post(post)?.Superior;
        while (above is not null && seen.Add(above))
        {
            if (own is null || directory.HolderOf(above, on)?.Official.Code != own)
                return above;
            above = directory.Post(above)?.Superior;
        }

        return null;
    }
}
