using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Functions.Access;
using Sakip.Functions.Audit;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Planning;

/// <param name="Numbers">Columns that are set right.</param>
/// <param name="Pager">Where the table has more rows than the page shows.</param>
internal sealed record PlanTable(
    string Title,
    PageTable Table,
    IReadOnlySet<int> Numbers,
    bool IsOpen = true,
    PagerView? Pager = null,
    string? Id = null
)
{
    private const int PageSize = 25;

    /// <summary>The tables with so many rows that the page stays small; <c>?tabel=</c> and <c>?halaman=</c> choose further ones.</summary>
    public static IReadOnlyList<PlanTable> Paged(IReadOnlyList<PlanTable> tables, string url, IQueryCollection query)
    {
        _ = int.TryParse(query["tabel"], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen);
        _ = int.TryParse(query["halaman"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        return [.. tables.Select((table, at) => table.Paged(url, at + 1, chosen == at + 1 ? page : 1))];
    }

    private PlanTable Paged(string url, int number, int page)
    {
        var pages = (Table.Rows.Count + PageSize - 1) / PageSize;
        if (pages <= 1)
            return this;
        page = Math.Clamp(page, 1, pages);
        string? Link(int to) =>
            to < 1 || to > pages
                ? null
                : FormattableString.Invariant($"{url}?tabel={number}&halaman={to}#tabel-{number}");
        return this with
        {
            Table = Table with { Rows = [.. Table.Rows.Skip((page - 1) * PageSize).Take(PageSize)] },
            Pager = new PagerView(
                Link(page - 1),
                Link(page + 1),
                $"Halaman {page} dari {pages}, {PageWords.Number(Table.Rows.Count)} baris"
            ),
            Id = FormattableString.Invariant($"tabel-{number}"),
        };
    }
}

internal sealed record PlanView(
    string Root,
    string Period,
    string Version,
    bool MayImport,
    IReadOnlyList<PlanTable> Tables,
    PlanTable Versions
)
{
    /// <summary>What an import has just set off.</summary>
    public string? Applied { get; init; }
}

/// <summary>The plan in force as tables to be read.</summary>
internal static class PlanViews
{
    /// <param name="windows">The windows as they hold, by quarter.</param>
    public static PlanView Of(
        OfficePlan plan,
        IReadOnlyList<PlanVersion> versions,
        IReadOnlyList<WindowInForce> windows,
        Caller caller,
        DateOnly today
    )
    {
        var strategic = plan.StrategicPlan;
        var last = versions[^1];
        return new PlanView(
            $"/kantor/{plan.Unit.Code}/{plan.Year}/rencana",
            $"{strategic.Name}, {strategic.StartYear}–{strategic.EndYear}",
            $"Versi {last.Number}, {PageWords.Moment(last.At)}, {By(plan, last)}: {last.Reason}",
            caller.IsAny(Who.Planner, Who.Administrator),
            [
                Goals(plan),
                Targets(plan),
                History(plan),
                Programmes(plan),
                .. LevelTables.Of(plan),
                People(plan, caller, today),
                Roles(plan),
                Windows(windows),
                Holidays(plan),
                Policy(plan),
                Bands(plan),
            ],
            Versions(plan, versions)
        );
    }

    private static PlanTable Programmes(OfficePlan plan)
    {
        var budget = plan.Budget;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var programme in budget.Programmes)
        {
            rows.Add([programme.Code, programme.Name, programme.FundSource, "", PageWords.Rupiah(programme.Ceiling())]);
            foreach (var activity in programme.Activities)
            {
                rows.Add([activity.Code, activity.Name, "", "", PageWords.Rupiah(activity.Ceiling())]);
                rows.AddRange(
                    activity.SubActivities.Select(sub =>
                        (IReadOnlyList<string>)
                            [
                                sub.Code,
                                sub.Name,
                                "",
                                YearWords.Carrier(plan, CarriedKind.SubActivity, sub.Code, sub.SubUnit),
                                PageWords.Rupiah(sub.Ceiling),
                            ]
                    )
                );
            }
        }

        rows.Add(["", "Jumlah", "", "", PageWords.Rupiah(budget.Ceiling())]);
        var name = budget.Sequence == 0 ? "Anggaran murni" : $"Anggaran perubahan ke-{budget.Sequence}";
        return Table(
            $"{name} ({budget.Number}, {IndonesianDate.Long(budget.Date)})",
            ["Kode", "Uraian", "Sumber dana", "Sub-unit", "Pagu"],
            rows,
            4
        );
    }

    private static PlanTable Goals(OfficePlan plan) =>
        Table(
            "Tujuan, sasaran, dan indikator",
            ["Tujuan", "Sasaran strategis", "Indikator kinerja", "Satuan", "Polaritas", "Sub-unit"],
            from goal in plan.StrategicPlan.Goals
            from objective in goal.Objectives
            from indicator in objective.Indicators
            select (IReadOnlyList<string>)
                [
                    goal.Statement,
                    objective.Statement,
                    $"{YearWords.Indicator(plan, indicator.Code, indicator.Name)} ({indicator.Code})",
                    indicator.Measure,
                    Of(indicator.Polarity),
                    YearWords.Carrier(plan, CarriedKind.Indicator, indicator.Code, indicator.SubUnit),
                ]
        );

    private static PlanTable Targets(OfficePlan plan)
    {
        var names = plan
            .StrategicPlan.Indicators()
            .ToDictionary(indicator => indicator.Code, indicator => indicator.Name);
        return Table(
            $"Rencana kinerja tahun {plan.Year}",
            ["Indikator kinerja", "Target", "TW I", "TW II", "TW III", "TW IV"],
            plan.AnnualPlan.Targets.Select(target =>
                (IReadOnlyList<string>)
                    [
                        names.GetValueOrDefault(target.Indicator, target.Indicator),
                        Target(target.Value, target.Upper, target.Text),
                        .. Enumerable.Range(0, 4).Select(i => PageWords.Number(target.Quarterly?[i])),
                    ]
            ),
            1,
            2,
            3,
            4,
            5
        );
    }

    private static PlanTable History(OfficePlan plan)
    {
        var indicators = plan.StrategicPlan.Indicators().ToList();
        var past = indicators
            .SelectMany(indicator => indicator.History)
            .Select(record => record.Year)
            .Distinct()
            .Order()
            .ToList();
        var years = indicators
            .SelectMany(indicator => indicator.Targets)
            .Select(target => target.Year)
            .Distinct()
            .Order()
            .ToList();
        return Table(
            "Realisasi tahun-tahun lalu dan target rencana strategis",
            [
                "Indikator kinerja",
                .. past.Select(year => $"Realisasi {year}"),
                .. years.Select(year => $"Target {year}"),
            ],
            indicators.Select(indicator =>
                (IReadOnlyList<string>)
                    [
                        indicator.Name,
                        .. past.Select(year =>
                            PageWords.Number(
                                indicator.History.FirstOrDefault(record => record.Year == year)?.Realisation
                            )
                        ),
                        .. years.Select(year =>
                            indicator.Targets.FirstOrDefault(target => target.Year == year) is { } target
                                ? Target(target.Value, target.Upper, target.Text)
                                : "–"
                        ),
                    ]
            ),
            [.. Enumerable.Range(1, past.Count + years.Count)]
        );
    }

    private static PlanTable People(OfficePlan plan, Caller caller, DateOnly today)
    {
        var directory = new OfficeDirectory(plan);
        var heads = (string[])["Jabatan", "Sub-unit", "Pejabat", "NIP"];
        // The NIP is contact data, and for those who look after it.
        var columns = caller.IsAny(Who.Planner, Who.Administrator) ? heads.Length : heads.Length - 1;
        return Table(
            $"Jabatan dan pejabat per {IndonesianDate.Long(today)}",
            heads[..columns],
            plan.Posts.Select(post =>
                (IReadOnlyList<string>)
                    (
                        directory.HolderOf(post.Code, today) is { } holder
                            ? (
                                (string[])
                                    [
                                        holder.Title,
                                        NameOf(plan, post.SubUnit, "–"),
                                        holder.Official.FullName(),
                                        Nip(holder.Official.Nip),
                                    ]
                            )
                            : [post.Name, NameOf(plan, post.SubUnit, "–"), "(kosong)", "–"]
                    )[..columns]
            )
        );
    }

    private static PlanTable Roles(OfficePlan plan)
    {
        var directory = new OfficeDirectory(plan);
        return Table(
            "Peran dalam sistem",
            ["Peran", "Pegawai", "Sub-unit"],
            plan.Roles.Select(role =>
                (IReadOnlyList<string>)
                    [
                        RoleWords.Of(Enum.Parse<Who>(role.Role.ToString())),
                        directory.Official(role.Official)?.FullName() ?? role.Official,
                        NameOf(plan, role.SubUnit, "Seluruh kantor"),
                    ]
            )
        );
    }

    private static PlanTable Windows(IReadOnlyList<WindowInForce> windows) =>
        Table(
            "Jendela pelaporan",
            ["Triwulan", "Buka", "Tenggat", "Tutup", "Batas verifikasi", "Keterangan"],
            windows.Select(window =>
                (IReadOnlyList<string>)
                    [
                        "Triwulan " + window.Dates.Quarter.Roman(),
                        IndonesianDate.Long(window.Dates.Opens),
                        IndonesianDate.Long(window.Dates.Due),
                        IndonesianDate.Long(window.Dates.Closes),
                        IndonesianDate.Long(window.Dates.VerificationDue),
                        Remark(window),
                    ]
            )
        );

    /// <summary>What an extension has changed of a window.</summary>
    internal static string Remark(WindowInForce window) =>
        window.Extension == 0 ? "–" : $"Diperpanjang, perpanjangan ke-{window.Extension}";

    private static PlanTable Holidays(OfficePlan plan) =>
        Table(
            $"Hari libur ({plan.Holidays.Count})",
            ["Tanggal", "Nama", "Lingkup", "Sumber", "Keterangan"],
            plan.Holidays.OrderBy(holiday => holiday.Date)
                .Select(holiday =>
                    (IReadOnlyList<string>)
                        [
                            IndonesianDate.Long(holiday.Date),
                            holiday.Name,
                            holiday.Scope,
                            holiday.Source,
                            holiday.Assumed ? "Perkiraan" : "Pasti",
                        ]
                )
        ) with
        {
            IsOpen = false,
        };

    private static PlanTable Policy(OfficePlan plan)
    {
        var policy = plan.Policy;
        return Table(
            $"Kebijakan hitung (versi {policy.Version})",
            ["Hal", "Ketentuan"],
            [
                [
                    "Rumus minimasi",
                    policy.Minimise == MinimiseFormula.A
                        ? "A: (2 × target − realisasi) / target"
                        : "B: target / realisasi",
                ],
                ["Target 0", Choices.ZeroTarget.WordOf(policy.ZeroTarget.ToString())],
                ["Target dalam kata", Choices.WordedTarget.WordOf(policy.WordedTarget.ToString())],
                ["Batas capaian", policy.Cap == AchievementCap.None ? "Tanpa batas" : policy.Cap.ToString()[2..] + "%"],
                [
                    "Efisiensi",
                    policy.Efficiency switch
                    {
                        EfficiencyMethod.Ratio => "Rasio",
                        EfficiencyMethod.Difference => "Selisih",
                        EfficiencyMethod.Unspent => "Sisa anggaran",
                        _ => "Aturan",
                    },
                ],
                ["Pembulatan", policy.Rounding == RoundingMode.HalfUp ? "Setengah ke atas" : "Setengah ke genap"],
                [
                    "Capaian sasaran",
                    policy.Aggregation == Aggregation.Mean ? "Rata-rata indikatornya" : "Indikator terendah",
                ],
                ["Serapan rendah", $"di bawah {PageWords.Number(policy.LowAbsorption)}%"],
            ]
        ) with
        {
            IsOpen = false,
        };
    }

    private static PlanTable Bands(OfficePlan plan) =>
        Table(
            $"Skala peringkat ({plan.RatingScale.Source})",
            ["Rentang", "Peringkat", "Warna"],
            plan.RatingScale.Bands.Select(band => (IReadOnlyList<string>)[band.Printed, band.Label, band.ColourName])
        ) with
        {
            IsOpen = false,
        };

    private static PlanTable Versions(OfficePlan plan, IReadOnlyList<PlanVersion> versions) =>
        Table(
            "Riwayat perubahan",
            ["Versi", "Waktu", "Oleh", "Alasan"],
            versions
                .Reverse()
                .Select(version =>
                    (IReadOnlyList<string>)
                        [
                            version.Number.ToString(CultureInfo.InvariantCulture),
                            PageWords.Moment(version.At),
                            By(plan, version),
                            version.Reason,
                        ]
                )
        );

    /// <summary>The name of a sub-unit.</summary>
    /// <param name="none">Where there is no sub-unit.</param>
    internal static string NameOf(OfficePlan plan, string? code, string none = "") =>
        code is null ? none : plan.SubUnits.FirstOrDefault(subUnit => subUnit.Code == code)?.Name ?? code;

    // "Contoh Nama, S.Kom. (perencana)"; the word of the part stands alone where the name is no official's.
    internal static string By(OfficePlan plan, PlanVersion version)
    {
        var part = AuditWords.PartOf(version.Role);
        return new OfficeDirectory(plan).Official(version.By)?.FullName() is { } name
            ? part is null
                ? name
                : $"{name} ({part})"
            : Capital(part ?? (version.By == Actor.System.Official ? "sistem" : version.By));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    internal static PlanTable Table(
        string title,
        IReadOnlyList<string> heads,
        IEnumerable<IReadOnlyList<string>> rows,
        params int[] numbers
    ) => new(title, new PageTable(title, heads, [.. rows]), numbers.ToHashSet());

    private static string Target(decimal? value, decimal? upper, string? text) =>
        text ?? (upper is null ? PageWords.Number(value) : $"{PageWords.Number(value)}–{PageWords.Number(upper)}");

    private static string Nip(string? nip) =>
        string.IsNullOrEmpty(nip) ? "–"
        // With spaces at which no line breaks.
        : nip.Length == 18 ? $"{nip[..8]}\u00a0{nip[8..14]}\u00a0{nip[14..15]}\u00a0{nip[15..]}"
        : nip;

    private static string Of(Polarity polarity) =>
        polarity switch
        {
            Polarity.Maximise => "Maksimasi",
            Polarity.Minimise => "Minimasi",
            _ => "Stabilisasi",
        };
}
