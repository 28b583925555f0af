namespace Sakip.Planning;

/// <summary>Answers who is who in an office on a date: posts, acting officials, parties and roles.</summary>
internal sealed class OfficeDirectory(OfficePlan plan)
{
    private readonly Lazy<Dictionary<string, Official>> _officials = new(() =>
        First(plan.Officials, official => official.Code)
    );

    private readonly Lazy<Dictionary<string, Post>> _posts = new(() => First(plan.Posts, post => post.Code));

    private readonly Lazy<ILookup<string, Appointment>> _ofPost = new(() =>
        plan.Appointments.ToLookup(appointment => appointment.Post)
    );

    private readonly Lazy<ILookup<string, Appointment>> _ofOfficial = new(() =>
        plan.Appointments.ToLookup(appointment => appointment.Official)
    );

    private readonly Lazy<Dictionary<string, SubUnit>> _subUnits = new(() =>
        First(plan.SubUnits, subUnit => subUnit.Code)
    );

    private readonly Lazy<ILookup<OfficeRole, RoleAssignment>> _roles = new(() =>
        plan.Roles.ToLookup(role => role.Role)
    );

    public Official? Official(string code) => _officials.Value.GetValueOrDefault(code);

    /// <summary>What an official is; where the plan does not say it, NIP and posts do.</summary>
    public PersonKind KindOf(Official official) =>
        PersonKinds.Of(
            official,
            _ofOfficial.Value[official.Code].Select(appointment => Post(appointment.Post)?.Name ?? "")
        );

    public Post? Post(string code) => _posts.Value.GetValueOrDefault(code);

    public SubUnit? SubUnit(string code) => _subUnits.Value.GetValueOrDefault(code);

    /// <summary>
    /// The holder of a post on a date; null if it is vacant. An acting official stands before the one they act for.
    /// </summary>
    public PostHolder? HolderOf(string post, DateOnly date)
    {
        var appointment = _ofPost
            .Value[post]
            .Where(candidate => candidate.CoversDay(date))
            .OrderBy(candidate => candidate.Tenure == Tenure.Definitive)
            .ThenByDescending(candidate => candidate.From)
            .FirstOrDefault();
        return appointment is not null && Post(post) is { } held && Official(appointment.Official) is { } official
            ? new PostHolder(held, official, appointment.Tenure)
            : null;
    }

    /// <summary>The holder of the post above a post; null at the top or where that post is vacant.</summary>
    public PostHolder? SuperiorOf(string post, DateOnly date) =>
        Post(post)?.Superior is { } superior ? HolderOf(superior, date) : null;

    /// <summary>First party of the agreement: the head of the office.</summary>
    public PostHolder? FirstParty(DateOnly date) => HolderOf(plan.Agreement.FirstParty, date);

    /// <summary>Second party of the agreement: the head's direct superior.</summary>
    public PostHolder? SecondParty(DateOnly date) => HolderOf(plan.Agreement.SecondParty, date);

    /// <summary>The head of a sub-unit, who approves its reports.</summary>
    public PostHolder? HeadOf(string subUnit, DateOnly date) =>
        SubUnit(subUnit) is { } found ? HolderOf(found.HeadPost, date) : null;

    /// <summary>The sub-unit whose post an official holds on a date; null for the office itself and for outsiders.</summary>
    public string? SubUnitOf(string official, DateOnly date) =>
        _ofOfficial
            .Value[official]
            .Where(appointment => appointment.CoversDay(date))
            .Select(appointment => Post(appointment.Post)?.SubUnit)
            .FirstOrDefault(subUnit => subUnit is not null)
            is { } own
            ? Carriers.On(plan, date).SuccessorOf(own)
            : null;

    /// <summary>Everybody with a role that covers the sub-unit; null asks for the whole office.</summary>
    public IReadOnlyList<Official> WithRole(OfficeRole role, string? subUnit = null) =>
        [
            .. _roles
                .Value[role]
                .Where(assigned => assigned.SubUnit is null || assigned.SubUnit == subUnit)
                .Select(assigned => Official(assigned.Official))
                .OfType<Official>()
                .DistinctBy(official => official.Code),
        ];

    /// <summary>Operators who enter the sub-unit's reports.</summary>
    public IReadOnlyList<Official> Operators(string subUnit) => WithRole(OfficeRole.Operator, subUnit);

    /// <summary>
    /// Who may verify the sub-unit's report: verifiers from another sub-unit who are neither its submitter nor its
    /// head. Those named for the sub-unit come before those of the whole office.
    /// </summary>
    public IReadOnlyList<Official> Verifiers(string subUnit, DateOnly date, string? submitter = null)
    {
        var head = HeadOf(subUnit, date)?.Official.Code;
        return
        [
            .. _roles
                .Value[OfficeRole.Verifier]
                .Where(assigned => assigned.SubUnit is null || assigned.SubUnit == subUnit)
                .OrderBy(assigned => assigned.SubUnit is null)
                .Select(assigned => Official(assigned.Official))
                .OfType<Official>()
                .Where(official => official.Code != submitter && official.Code != head)
                .Where(official => SubUnitOf(official.Code, date) != subUnit)
                .DistinctBy(official => official.Code),
        ];
    }

    // A plan that is still being checked may have a code twice.
    private static Dictionary<string, T> First<T>(IEnumerable<T> items, Func<T, string> code) =>
        items.DistinctBy(code).ToDictionary(code);
}
