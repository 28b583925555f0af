namespace Sakip.Planning;

/// <summary>Asks to record that an official leaves: who takes over posts and roles, and from which day.</summary>
internal sealed record OfficialCall : ChangeCall
{
    /// <summary>Code of the official who leaves.</summary>
    public string? Official { get; init; }

    public OfficialEvent? Event { get; init; }

    /// <summary>Last day of a suspension whose end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who holds the posts from the change's day on; a post that nobody is named for is vacant.</summary>
    public IReadOnlyList<PostSuccessor>? Successors { get; init; }

    /// <summary>Who takes over the roles; one that nobody is named for is given up.</summary>
    public IReadOnlyList<RoleAssignment>? Roles { get; init; }

    internal override YearChangeKind Kind => YearChangeKind.Official;

    internal override OfficePlan Apply(OfficePlan plan, ChangeGround ground, Faults faults)
    {
        ChangeBasisRules.Check(this, plan, ground, faults);
        OfficialChangeRules.Check(this, plan, ground, faults);
        if (faults.All.Count > 0)
            return plan;
        var (official, from) = (Official!, From!.Value);
        var posts = OfficialChangeRules.PostsOf(plan, official, from, ground).ToList();
        return plan.With(
            new YearChange(Kind, Basis(), ground.Today) { Official = new OfficialChange(official, Event!.Value, posts) }
        ) with
        {
            Appointments =
            [
                .. plan.Appointments.SelectMany(one =>
                    one.Official == official && posts.Contains(one.Post) ? Left(one, from) : [one]
                ),
                .. (Successors ?? []).Select(one => new Appointment(
                    one.Official,
                    one.Post,
                    one.Tenure,
                    from,
                    one.Until ?? Until,
                    Basis().Decree
                )),
            ],
            Roles = [.. plan.Roles.Where(role => role.Official != official), .. Roles ?? []],
        };
    }

    internal override bool IsSame(OfficePlan plan, YearChange recorded, ChangeGround ground) =>
        recorded.Official is { } change
        && (change.Official, change.Event) == (Official, Event)
        && (Successors ?? []).All(one =>
            plan.Appointments.Any(held =>
                (held.Official, held.Post, held.Tenure, held.From, held.Until)
                == (one.Official, one.Post, one.Tenure, recorded.Basis.From, one.Until ?? Until)
            )
        )
        && (Roles ?? []).All(plan.Roles.Contains);

    /// <summary>The appointment ends the day before; a suspension with an end leaves what comes after it.</summary>
    private IEnumerable<Appointment> Left(Appointment one, DateOnly from)
    {
        var isOver = one.Until is { } last && last < from;
        if (isOver || one.From < from)
            yield return isOver ? one : one with { Until = from.AddDays(-1) };
        if (!isOver && Until is { } until && (one.Until is null || one.Until > until))
        {
            yield return one with
            {
                From = one.From > until ? one.From : until.AddDays(1),
            };
        }
    }
}

/// <param name="Until">Last day, where it is known.</param>
internal sealed record PostSuccessor(string Post, string Official, Tenure Tenure, DateOnly? Until = null);
