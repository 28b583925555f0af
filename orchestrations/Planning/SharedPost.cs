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

/// <summary>
/// Writes into a plan who its superior is, where that is the head of another office: the second party here is the first
/// party there. No other post is followed, for an office learns nothing else of another's people.
/// </summary>
internal static class SharedPosts
{
    private const int LongestCode = 16;

    /// <summary>Where the superior's post is filled; null where the plan itself fills it.</summary>
    public static SharedPost? Superior(OfficePlan plan) =>
        plan.Posts.FirstOrDefault(post => post.Code == plan.Agreement.SecondParty) is { } second
            ? SharedPost.Of(second)
            : null;

    /// <summary>
    /// The plan with the superior's appointments as they stand in the other office, and their people. A post that is not
    /// the head's there keeps what this plan says.
    /// </summary>
    /// <param name="others">Plans in force of the year by the code of their office.</param>
    public static OfficePlan Followed(OfficePlan plan, IReadOnlyDictionary<string, OfficePlan> others) =>
        Superior(plan) is { } place && others.GetValueOrDefault(place.Unit) is { } other && IsHead(place, other)
            ? Followed(plan, other, place.Post)
            : plan;

    /// <summary>Posts that another plan fills now: whatever is entered for them here is overwritten.</summary>
    public static IReadOnlyDictionary<string, SharedPost> Filled(
        OfficePlan plan,
        IReadOnlyDictionary<string, OfficePlan> others
    ) =>
        Superior(plan) is { } place && others.GetValueOrDefault(place.Unit) is { } other && IsHead(place, other)
            ? new Dictionary<string, SharedPost> { [plan.Agreement.SecondParty] = place }
            : new Dictionary<string, SharedPost>();

    /// <summary>
    /// What a change may not enter here: another holder of a post that the plan in force follows. It would be gone at the
    /// next look at the other office. A plan that says for the first time that its superior is followed is taken.
    /// </summary>
    public static void Check(
        OfficePlan current,
        OfficePlan wanted,
        IReadOnlyDictionary<string, OfficePlan> others,
        Faults faults
    )
    {
        var filled = Filled(wanted, others);
        foreach (var (post, place) in Filled(current, others))
        {
            if (filled.GetValueOrDefault(post) != place)
                continue;
            var given = HeldIn(wanted, post);
            if (
                given.SequenceEqual(HeldIn(current, post))
                || given.SequenceEqual(HeldIn(Followed(wanted, others), post))
            )
            {
                continue;
            }

            var known = HeldIn(current, post).ToHashSet();
            var at = wanted.Appointments.ToList().FindIndex(one => one.Post == post && !known.Contains(one));
            faults.Add(
                at < 0 ? "$.appointments" : FormattableString.Invariant($"$.appointments[{at}].post"),
                FilledThere(wanted, post, place)
                    + " Bila penempatannya berasal dari berkas lama, ekspor dahulu rencana yang berlaku."
            );
        }
    }

    /// <summary>Says where the post is filled, and where its next holder is entered.</summary>
    public static string FilledThere(OfficePlan plan, string post, SharedPost place)
    {
        var name = plan.Posts.FirstOrDefault(one => one.Code == post)?.Name ?? post;
        return $"Jabatan {name} diisi menurut rencana kantor '{place.Unit}', dan kantor ini mengikutinya sendiri. Catat "
            + FormattableString.Invariant($"pergantiannya di /kantor/{place.Unit}/{plan.Year}/perubahan/pejabat.");
    }

    /// <summary>Why a post that is said to be filled elsewhere is not; null where nothing is wrong.</summary>
    public static string? Fault(OfficePlan plan, IReadOnlyDictionary<string, OfficePlan> others)
    {
        var stray = plan.Posts.FirstOrDefault(post =>
            post.Code != plan.Agreement.SecondParty && SharedPost.Of(post) is not null
        );
        if (stray is not null)
        {
            return $"Jabatan {stray.Name} ditandai diisi kantor lain ({stray.HeldIn}), padahal yang diikuti hanya jabatan pihak "
                + "kedua perjanjian kinerja. Kosongkan tandanya dan isi pemegangnya pada rencana ini.";
        }

        if (Superior(plan) is not { } place)
            return null;
        if (others.GetValueOrDefault(place.Unit) is not { } other)
        {
            return $"Atasan ditandai diisi kantor '{place.Unit}', tetapi rencana {plan.Year} kantor itu tidak ada di sini. "
                + "Periksa kodenya, atau kosongkan tandanya dan isi pemegangnya pada rencana ini.";
        }

        return IsHead(place, other)
            ? null
            : $"Atasan ditandai diisi jabatan '{place.Post}' di kantor '{place.Unit}', tetapi pihak pertama perjanjian kinerja di "
                + $"sana adalah jabatan '{other.Agreement.FirstParty}'. Perbaiki tandanya pada rencana ini.";
    }

    private static IEnumerable<Appointment> HeldIn(OfficePlan plan, string post) =>
        plan.Appointments.Where(one => one.Post == post);

    private static bool IsHead(SharedPost place, OfficePlan other) =>
        other.Agreement.FirstParty == place.Post && other.Posts.Any(one => one.Code == place.Post);

    private static OfficePlan Followed(OfficePlan plan, OfficePlan other, string there)
    {
        var post = plan.Agreement.SecondParty;
        var officials = plan.Officials.ToList();
        var held = new List<Appointment>();
        foreach (var appointment in other.Appointments.Where(one => one.Post == there && IsOf(plan, one)))
        {
            var holder = other.Officials.FirstOrDefault(one => one.Code == appointment.Official);
            if (holder is not null)
                held.Add(appointment with { Post = post, Official = CodeOf(holder, officials) });
        }

        if (
            held.SequenceEqual(plan.Appointments.Where(one => one.Post == post))
            && officials.SequenceEqual(plan.Officials)
        )
        {
            return plan;
        }

        return plan with
        {
            Officials = officials,
            Appointments = [.. plan.Appointments.Where(one => one.Post != post), .. held],
        };
    }

    // The year's steps are open until its report is published in the year after.
    private static bool IsOf(OfficePlan plan, Appointment appointment) =>
        appointment.From.Year <= plan.Year + 1
        && (appointment.Until is not { } last || last >= new DateOnly(plan.Year, 1, 1));

    /// <summary>The person's code in this plan, with the mailbox of today; who is new to it is added.</summary>
    private static string CodeOf(Official person, List<Official> officials)
    {
        var place = officials.FindIndex(one => person.HasNip() && one.HasNip() && one.Nip == person.Nip);
        // Of two with a number, the number alone says whether they are one.
        if (place < 0)
            place = officials.FindIndex(one => !(person.HasNip() && one.HasNip()) && HasMailOf(one, person));
        if (place >= 0)
        {
            var known = officials[place];
            if (person.Email.Length > 0 && !HasMailOf(known, person))
                officials[place] = known with { Email = person.Email };
            return known.Code;
        }

        var code = person.Code;
        for (var number = 2; officials.Exists(one => one.Code == code); number++)
        {
            var ending = FormattableString.Invariant($"-{number}");
            code = person.Code[..Math.Min(person.Code.Length, LongestCode - ending.Length)] + ending;
        }

        // The consent to messages by WhatsApp was given to the other office.
        officials.Add(person with { Code = code, Whatsapp = null, WhatsappConsent = false });
        return code;
    }

    private static bool HasMailOf(Official one, Official other) =>
        other.Email.Length > 0 && string.Equals(one.Email, other.Email, StringComparison.OrdinalIgnoreCase);
}
