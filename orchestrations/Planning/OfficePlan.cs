using System.Text.Json.Serialization;
using Sakip.Calendar;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>
/// Everything an office brings to a year: organisation, people, strategic plan, targets, budget, calendar, policy and
/// registers. It is imported whole, checked whole and stored as one snapshot whose hash every result names.
/// </summary>
internal sealed record OfficePlan
{
    public required int Year { get; init; }
    public required Unit Unit { get; init; }
    internal OfficeYear Office => new(Unit.Code, Year);
    internal OfficeZone Zone => Unit.TimeZone;
    public required IReadOnlyList<SubUnit> SubUnits { get; init; }
    public required IReadOnlyList<Post> Posts { get; init; }
    public required IReadOnlyList<Official> Officials { get; init; }
    public required IReadOnlyList<Appointment> Appointments { get; init; }
    public required IReadOnlyList<RoleAssignment> Roles { get; init; }
    public required StrategicPlan StrategicPlan { get; init; }
    public required AnnualPlan AnnualPlan { get; init; }

    /// <summary>The original budget. Revisions come in later and are numbered from 1.</summary>
    public required Budget Budget { get; init; }

    public required AgreementSettings Agreement { get; init; }
    public required IReadOnlyList<ReportingWindow> Windows { get; init; }
    public required IReadOnlyList<Holiday> Holidays { get; init; }
    public required CalculationPolicy Policy { get; init; }
    public required RatingScale RatingScale { get; init; }
    public required ReportSettings Report { get; init; }

    /// <summary>The action plan (rencana aksi): what is done, quarter by quarter, towards an indicator's target.</summary>
    public IReadOnlyList<ActionItem> ActionPlan { get; init; } = [];

    /// <summary>Indicators above and below the objectives; null where the plan has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LevelIndicator>? LevelIndicators { get; init; }

    /// <summary>Who carries which indicator, and what it serves; null where the plan does not say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IndicatorLink>? IndicatorLinks { get; init; }

    /// <summary>The office's own levels of consistency rules; the others have the catalog's.</summary>
    public IReadOnlyList<RuleLevel> RuleLevels { get; init; } = [];

    /// <summary>Changes within the year in the order in which they were recorded; null where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<YearChange>? Changes { get; init; }

    /// <summary>Working days and hours of the office.</summary>
    internal WorkCalendar WorkDays() => new(Holidays, Zone);
}

/// <param name="Code">Code used in keys and instance ids: <c>[a-z0-9-]</c>, at most 16 characters.</param>
/// <param name="Name">Full official name.</param>
/// <param name="ShortName">Name used in running text.</param>
/// <param name="Parent">The organisation that it stands in.</param>
/// <param name="TimeZone">In which its days, deadlines and times are meant.</param>
/// <param name="Province">Whose regional holidays it has; null for those of Bali.</param>
internal sealed record Unit(
    string Code,
    string Name,
    string ShortName,
    string Parent,
    string City,
    string Address,
    string? Phone,
    string? Website,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] OfficeZone TimeZone = OfficeZone.Wita,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Province = null
);

/// <param name="Code">Code used in keys and instance ids: <c>[a-z0-9-]</c>, at most 16 characters.</param>
/// <param name="HeadPost">The post whose holder approves the sub-unit's reports.</param>
internal sealed record SubUnit(string Code, string Name, string HeadPost);

/// <param name="SubUnit">The sub-unit that the post belongs to; null for the office itself.</param>
/// <param name="Superior">The post it reports to; null at the top of what the plan knows.</param>
/// <param name="HeldIn">
/// For the second party's post: office and head's post of another plan that says who holds it, as "kantor/jabatan"; null
/// where this plan does.
/// </param>
internal sealed record Post(
    string Code,
    string Name,
    string? SubUnit,
    string? Superior,
    string? Echelon = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? HeldIn = null
);

/// <param name="Nip">Civil servant number, 18 digits; none for a regional head and for staff who are no civil servants.</param>
/// <param name="Rank">Rank and grade (pangkat/golongan).</param>
/// <param name="Kind">Null where it follows from NIP and posts.</param>
/// <param name="EntraObjectId">Object id in the office's directory, where officials sign in with it.</param>
/// <param name="WhatsappConsent">The official has agreed to messages on that number.</param>
internal sealed record Official(
    string Code,
    string Name,
    string? FrontTitle,
    string? BackTitle,
    string? Nip,
    string? Rank,
    string Email,
    string? Whatsapp = null,
    string? EntraObjectId = null,
    bool WhatsappConsent = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PersonKind? Kind = null
)
{
    /// <summary>A dash stands for none, as elsewhere.</summary>
    public bool HasNip() => Nip?.Trim() is { Length: > 0 } and not ("-" or "–" or "—");

    /// <summary>The same person without what is only for planner and administrator: mail, NIP, WhatsApp, directory id.</summary>
    public Official WithoutContacts() =>
        this with
        {
            Nip = null,
            Email = "",
            Whatsapp = null,
            EntraObjectId = null,
            WhatsappConsent = false,
        };

    /// <summary>The name as written in documents, with titles.</summary>
    public string FullName() =>
        (FrontTitle is null ? "" : FrontTitle + " ") + Name + (BackTitle is null ? "" : ", " + BackTitle);
}

/// <summary>How a post is held: definitive, or by an acting official (Plt, Plh, Pj).</summary>
public enum Tenure
{
    Definitive,
    Plt,
    Plh,
    Pj,
}

/// <param name="From">First day (TMT).</param>
/// <param name="Until">Last day, null while it lasts.</param>
/// <param name="Decree">Number of the decree it rests on.</param>
internal sealed record Appointment(
    string Official,
    string Post,
    Tenure Tenure,
    DateOnly From,
    DateOnly? Until = null,
    string? Decree = null
)
{
    public bool CoversDay(DateOnly date) => From <= date && (Until is null || date <= Until);
}

/// <summary>What somebody may do in the system; the parts of heads and parties follow from posts.</summary>
internal enum OfficeRole
{
    Planner,
    Operator,
    Verifier,
    BudgetManager,
    Inspector,
    Administrator,
}

/// <param name="SubUnit">The sub-unit the role is limited to; null for the whole office.</param>
internal sealed record RoleAssignment(OfficeRole Role, string Official, string? SubUnit = null);
