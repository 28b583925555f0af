using System.Text.RegularExpressions;

namespace Sakip.Planning;

/// <summary>Where a post of this plan is filled: the head of one office may be the superior of another's.</summary>
internal sealed partial record SharedPost(string Unit, string Post)
{
    /// <summary>How it is typed.</summary>
    public const string Expected =
        "Tulis kode kantor dan kode jabatannya di sana, misalnya dinas-kesehatan/kepala-dinas.";

    /// <summary>Null for a post that the plan itself fills, and for what is none.</summary>
    public static SharedPost? Of(Post post) =>
        Form().Match(post.HeldIn ?? "") is { Success: true } found
            ? new SharedPost(found.Groups[1].Value, found.Groups[2].Value)
            : null;

    [GeneratedRegex("^([a-z0-9-]{1,16})/([a-z0-9-]{1,16})$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}

/// <summary>Writes into a plan who holds the posts that the plans of other offices fill.</summary>
internal static class SharedPosts
{
    private const int LongestCode = 16;

    /// <summary>The offices that fill a post of the plan.</summary>
    public static IReadOnlyList<string> Offices(OfficePlan plan) =>
        [.. plan.Posts.Select(SharedPost.Of).OfType<SharedPost>().Select(one => one.Unit).Distinct()];

    /// <summary>
    /// The plan with the appointments of those posts as they stand in the other offices, and their people. A person whom both
    /// plans know by NIP or mailbox is one. A post that the other plan does not have keeps what this one says.
    /// </summary>
    /// <param name="others">Plans in force of the year by the code of their office.</param>
    public static OfficePlan Followed(OfficePlan plan, IReadOnlyDictionary<string, OfficePlan> others)
    {
        foreach (var post in plan.Posts)
        {
            if (
                SharedPost.Of(post) is { } place
                && others.TryGetValue(place.Unit, out var other)
                && other.Posts.Any(one => one.Code == place.Post)
            )
            {
                plan = Followed(plan, post.Code, other, place.Post);
            }
        }

        return plan;
    }

    private static OfficePlan Followed(OfficePlan plan, string post, OfficePlan other, string there)
    {
        var officials = plan.Officials.ToList();
        var held = new List<Appointment>();
        foreach (var appointment in other.Appointments.Where(one => one.Post == there))
        {
            var holder = other.Officials.FirstOrDefault(one => one.Code == appointment.Official);
            if (holder is not null)
                held.Add(appointment with { Post = post, Official = CodeOf(holder, officials) });
        }

        if (held.SequenceEqual(plan.Appointments.Where(one => one.Post == post)))
            return plan;
        return plan with
        {
            Officials = officials,
            Appointments = [.. plan.Appointments.Where(one => one.Post != post), .. held],
        };
    }

    /// <summary>The person's code in this plan; who is new to it is added.</summary>
    private static string CodeOf(Official person, List<Official> officials)
    {
        var known = officials.Find(one =>
            (person.HasNip() && one.Nip == person.Nip)
            || string.Equals(one.Email, person.Email, StringComparison.OrdinalIgnoreCase)
        );
        if (known is not null)
            return known.Code;
        var code = person.Code;
        for (var number = 2; officials.Exists(one => one.Code == code); number++)
        {
            var ending = FormattableString.Invariant($"-{number}");
            code = person.Code[..Math.Min(person.Code.Length, LongestCode - ending.Length)] + ending;
        }

        officials.Add(person with { Code = code });
        return code;
    }
}
