using System.Globalization;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>Rules on an agreement's own data, one function each.</summary>
internal static class AgreementRules
{
    private const string Annex = "Lampiran perjanjian kinerja";

    public static IEnumerable<Contradiction> Check(AgreementCase agreement) =>
        [
            .. TargetsSet(agreement),
            .. StaffTargetsAgree(agreement),
            .. BudgetIsLatest(agreement),
            .. SignedInTime(agreement),
            .. CodesAreUnique(agreement),
            .. NamesAreUnique(agreement),
            .. PercentagesAreDefined(agreement),
            .. TargetsRise(agreement),
            .. ScaleIsSound(agreement),
            .. PartiesHoldTheirPosts(agreement),
            .. TreeRules.Check(agreement),
        ];

    // What was retired by the day of signing is in no agreement.
    private static IEnumerable<Indicator> Standing(AgreementCase agreement) =>
        IndicatorTerms.On(agreement.Plan, agreement.On).Plan().Indicators();

    private static IEnumerable<Contradiction> TargetsSet(AgreementCase agreement) =>
        from indicator in Standing(agreement)
        // A new indicator comes into the agreement with the order that its change called for.
        where
            agreement
                .Plan.ChangesOf(YearChangeKind.StrategicPlan)
                .All(change => change.Strategic!.Added.All(one => one.Code != indicator.Code))
        let target = agreement.Terms.Targets.FirstOrDefault(target => target.Indicator == indicator.Code)
        where target is null || target is { Value: null, Text: null }
        select new Contradiction(
            "K-PK-01",
            $"Indikator \"{indicator.Name}\" belum mempunyai target dalam perjanjian kinerja.",
            [Annex],
            "Isi targetnya atau keluarkan indikatornya dari rencana.",
            "-",
            "target"
        );

    private static IEnumerable<Contradiction> StaffTargetsAgree(AgreementCase agreement) =>
        from staff in agreement.Plan.Agreement.StaffTargets ?? []
        let indicator = Standing(agreement).FirstOrDefault(i => Names.Same(i.Name, staff.Indicator))
        where indicator is not null && staff.Target is not null
        let agreed = agreement.Terms.Targets.FirstOrDefault(target => target.Indicator == indicator.Code)?.Value
        let own = NumberParser.Parse(staff.Target, NumberKind.Percent).Value
        where agreed is not null && own is not null && agreed != own
        select new Contradiction(
            "K-PK-02",
            $"Target SKP untuk \"{indicator.Name}\" berbeda dengan target perjanjian kinerja.",
            ["Lampiran SKP", Annex],
            "Samakan target SKP dengan perjanjian kinerja.",
            staff.Target,
            IndicatorEvaluator.Show(indicator, agreed),
            Show(own.Value - agreed.Value)
        );

    private static IEnumerable<Contradiction> BudgetIsLatest(AgreementCase agreement)
    {
        if (agreement.Terms.BudgetSequence == agreement.Latest.Sequence)
            yield break;
        yield return new(
            "K-PK-03",
            "Perjanjian kinerja berdiri di atas versi anggaran yang sudah diganti.",
            [Annex, "Dokumen anggaran " + agreement.Latest.Number],
            "Susun perjanjian kinerja perubahan.",
            IndonesianNumber.Rupiah(agreement.Budget.Ceiling()),
            IndonesianNumber.Rupiah(agreement.Latest.Ceiling()),
            IndonesianNumber.Rupiah(agreement.Latest.Ceiling() - agreement.Budget.Ceiling())
        );
    }

    private static IEnumerable<Contradiction> SignedInTime(AgreementCase agreement)
    {
        var last = agreement.Budget.Date.AddMonths(1);
        if (agreement.On <= last)
            yield break;
        yield return new(
            "K-PK-04",
            "Perjanjian kinerja ditandatangani lebih dari satu bulan setelah dokumen anggaran.",
            [Annex, "Dokumen anggaran " + agreement.Budget.Number],
            "Jelaskan keterlambatannya.",
            Show(agreement.On),
            Show(last),
            (agreement.On.DayNumber - last.DayNumber).ToString(CultureInfo.InvariantCulture) + " hari"
        );
    }

    private static IEnumerable<Contradiction> CodesAreUnique(AgreementCase agreement) =>
        from same in agreement
            .Budget.Programmes.Select(p => p.Code)
            .Concat(agreement.Budget.Activities().Select(a => a.Code))
            .Concat(agreement.Budget.SubActivities().Select(s => s.Code))
            .GroupBy(code => code)
        where same.Count() > 1
        select new Contradiction(
            "K-PK-05",
            $"Kode {same.Key} dipakai lebih dari satu kali dalam anggaran.",
            ["Anggaran"],
            "Beri setiap baris kodenya sendiri.",
            same.Key
        );

    private static IEnumerable<Contradiction> NamesAreUnique(AgreementCase agreement) =>
        from same in agreement.Budget.Programmes.GroupBy(programme => Names.Normalise(programme.Name))
        where same.Count() > 1
        select new Contradiction(
            "K-AG-01",
            $"Nama \"{same.First().Name}\" dipakai oleh beberapa program.",
            ["Anggaran"],
            "Periksa nama dan jumlah setiap program.",
            string.Join(", ", same.Select(programme => programme.Code))
        );

    private static IEnumerable<Contradiction> PercentagesAreDefined(AgreementCase agreement) =>
        from indicator in Standing(agreement)
        let missing = Missing(indicator)
        where missing.Count > 0
        select new Contradiction(
            "K-IN-02",
            $"Definisi \"{indicator.Name}\" belum lengkap: {string.Join(", ", missing)}.",
            ["Manual IKU"],
            "Lengkapi definisi operasional indikator.",
            AtMost: FindingLevel.Warning
        );

    private static List<string> Missing(Indicator indicator)
    {
        List<string> missing = [];
        if (indicator.Kind == ValueKind.Percent && indicator.NumeratorLabel is null)
            missing.Add("pembilang");
        if (indicator.Kind == ValueKind.Percent && indicator.DenominatorLabel is null)
            missing.Add("penyebut");
        if (indicator.DataSource is null)
            missing.Add("sumber data");
        return missing;
    }

    private static IEnumerable<Contradiction> TargetsRise(AgreementCase agreement) =>
        from indicator in Standing(agreement)
        where agreement.TargetReasons?.ContainsKey(indicator.Code) != true
        let last = indicator
            .History.Where(r => r.Year < agreement.Plan.Year && r.Realisation is not null)
            .MaxBy(r => r.Year)
        let target = agreement.Terms.Targets.FirstOrDefault(target => target.Indicator == indicator.Code)?.Value
        where
            last is not null
            && target is not null
            && (
                indicator.Polarity == Polarity.Maximise && target < last.Realisation
                || indicator.Polarity == Polarity.Minimise && target > last.Realisation
            )
        select new Contradiction(
            "K-IN-04",
            $"Target \"{indicator.Name}\" kurang menantang dibandingkan realisasi {last.Year}.",
            [Annex, "Riwayat " + last.Year.ToString(CultureInfo.InvariantCulture)],
            "Naikkan target atau tulis alasannya.",
            IndicatorEvaluator.Show(indicator, target),
            IndicatorEvaluator.Show(indicator, last.Realisation),
            Show(target.Value - last.Realisation!.Value)
        );

    private static IEnumerable<Contradiction> ScaleIsSound(AgreementCase agreement) =>
        RatingScales
            .Validate(agreement.Plan.RatingScale)
            .Select(fault => new Contradiction(
                "K-SK-01",
                fault,
                ["Skala peringkat " + agreement.Plan.RatingScale.Code],
                "Perbaiki skala peringkat."
            ));

    private static IEnumerable<Contradiction> PartiesHoldTheirPosts(AgreementCase agreement)
    {
        foreach (var post in new[] { agreement.Plan.Agreement.FirstParty, agreement.Plan.Agreement.SecondParty })
        {
            var holders = agreement
                .Plan.Appointments.Where(a =>
                    a.Post == post && a.From <= agreement.On && (a.Until is null || a.Until >= agreement.On)
                )
                .ToList();
            if (holders.Count == 0)
            {
                yield return new(
                    "K-OR-01",
                    $"Tidak ada pejabat yang menduduki jabatan {post} pada {Show(agreement.On)}.",
                    [Annex],
                    "Lengkapi penempatan jabatan atau penunjukan Plt/Plh.",
                    AtMost: FindingLevel.Warning
                );
            }

            foreach (var official in agreement.Plan.Officials.Where(o => holders.Exists(h => h.Official == o.Code)))
            {
                if (!official.HasNip() || official.Nip is { Length: 18 } nip && nip.All(char.IsAsciiDigit))
                    continue;
                yield return new(
                    "K-OR-01",
                    $"NIP pejabat {official.Code} tidak terdiri atas 18 angka.",
                    [Annex],
                    "Perbaiki NIP.",
                    official.Nip
                );
            }
        }
    }

    private static string Show(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Show(decimal points) => IndonesianNumber.Natural(points, 0);
}
