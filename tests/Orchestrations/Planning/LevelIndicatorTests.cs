using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class LevelIndicatorTests
{
    private static IReadOnlyList<PlanError> Errors(OfficePlan plan) =>
        PlanReader.Read(PlanWriter.Write(plan), Sample.Checks).Errors;

    [Fact]
    public void A_plan_with_levels_and_links_reads_and_writes_as_json_and_as_a_workbook()
    {
        var json = PlanReader.Read(PlanWriter.Write(LevelSample.Plan), Sample.Checks);
        var book = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(LevelSample.Plan, [])), Sample.Checks);

        Assert.True(json.Succeeded, string.Join("\n", json.Errors));
        Assert.True(book.Succeeded, string.Join("\n", book.Errors));
        Assert.Equal(PlanWriter.Write(LevelSample.Plan), PlanWriter.Write(json.Value!));
        Assert.Equal(PlanWriter.Write(LevelSample.Plan), PlanWriter.Write(book.Plan!));
        Assert.DoesNotContain(
            PlanLeftovers.Of(LevelSample.Plan, PlanRecords.Of(LevelSample.Plan, [])),
            row => row[0]!.ToString().StartsWith("level", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_plan_without_them_has_no_word_of_them()
    {
        var book = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(Sample.Plan, [])), Sample.Checks);

        Assert.Null(book.Plan!.LevelIndicators);
        Assert.Null(book.Plan.IndicatorLinks);
        Assert.DoesNotContain("indicatorLinks", PlanWriter.Write(book.Plan), StringComparison.Ordinal);
        Assert.DoesNotContain(book.Warnings, one => one.Message.Contains("Pohon", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_of_a_link_is_shown_as_a_difference_of_its_sheet()
    {
        var changed = LevelSample.With("sk-kab", (IndicatorLink link) => link with { Post = "analis-lembaga" });

        var difference = Assert.Single(PlanDifferences.Of(LevelSample.Plan, changed));

        Assert.Equal((SheetNames.IndicatorLinks, "sk-kab"), (difference.Sheet, difference.Row));
        Assert.Equal("Jabatan pengampu", Assert.Single(difference.Cells).Column);
    }

    public static TheoryData<string, string, string, string, string> Broken =>
        new()
        {
            { "Indikator Jenjang", "A4", "Sasaran", "Indikator Jenjang!A4", "Tujuan, Program, Kegiatan, Sub Kegiatan" },
            { "Indikator Jenjang", "B2", "t9", "Indikator Jenjang!B2", "Tujuan dengan kode 't9' tidak ada" },
            { "Indikator Jenjang", "B5", "IV.A", "Indikator Jenjang!B5", "Sub kegiatan dengan kode 'IV.A' tidak ada" },
            { "Indikator Jenjang", "C3", "rb", "Indikator Jenjang!C3", "sudah dipakai indikator sasaran" },
            { "Indikator Jenjang", "C3", "sk-prov", "Indikator Jenjang!C5", "sudah dipakai" },
            { "Indikator Jenjang", "O3", "tiada", "Indikator Jenjang!O3", "Sub-unit" },
            { "Indikator Jenjang", "Y3", "", "Indikator Jenjang!Y3", "Isi nilai target" },
            { "Indikator Jenjang", "Z3", "20", "Indikator Jenjang!Z3", "stabilisasi" },
            { "Indikator Jenjang", "R3", "20", "Indikator Jenjang!S3", "Isi bersama kolom" },
            { "Target Jenjang", "A2", "tiada", "Target Jenjang!A2", "tidak ada di lembar Indikator Jenjang" },
            { "Riwayat Jenjang", "B2", "2024", "Riwayat Jenjang!B2", "sebelum 2024" },
            { "Pohon Kinerja", "A3", "tiada", "Pohon Kinerja!A3", "lembar Indikator maupun Indikator Jenjang" },
            { "Pohon Kinerja", "A3", "indeks-rb", "Pohon Kinerja!A3", "sudah dipakai" },
            { "Pohon Kinerja", "B3", "tiada", "Pohon Kinerja!B3", "lembar Jabatan" },
            { "Pohon Kinerja", "C3", "tiada", "Pohon Kinerja!C3", "lembar Indikator maupun Indikator Jenjang" },
            {
                "Pohon Kinerja",
                "C2",
                "sk-kab",
                "Pohon Kinerja!C2",
                "indeks-rb → sk-kab → k-lembaga → p-tata → rb → indeks-rb"
            },
            { "Pohon Kinerja", "D3", "", "Pohon Kinerja!D3", "Isi cara induk mengikuti: Jumlah, Rata-rata" },
            { "Pohon Kinerja", "D2", "Jumlah", "Pohon Kinerja!D2", "hanya untuk indikator yang mempunyai induk" },
            { "Pohon Kinerja", "D5", "Jumlah", "Pohon Kinerja!D5", "tipe nilai yang sama" },
            { "Pohon Kinerja", "D7", "Rata-rata berbobot", "Pohon Kinerja!E7", "Isi bobotnya" },
            { "Pohon Kinerja", "D8", "Rata-rata", "Pohon Kinerja!D8", "cara yang sama" },
            { "Pohon Kinerja", "E7", "3", "Pohon Kinerja!E7", "hanya untuk cara rata-rata berbobot" },
            { "Pohon Kinerja", "F3", "", "Pohon Kinerja!F3", "Uraikan kontribusinya" },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_cell_is_named_with_the_way_out(
        string sheet,
        string cell,
        string value,
        string where,
        string says
    )
    {
        var file = ChangedBook.With(PlanWorkbook.Write(LevelSample.Plan, []), sheet, cell, value);

        var errors = PlanWorkbook.Read(new MemoryStream(file), Sample.Checks).Errors;

        Assert.True(
            errors.Any(error =>
                $"{error.Cell?.Sheet}!{error.Cell?.Column}{error.Cell?.Row}" == where
                && error.Message.Contains(says, StringComparison.Ordinal)
            ),
            string.Join("\n", errors.Select(error => $"{error.Cell}: {error.Message}"))
        );
    }

    [Fact]
    public void A_sum_wants_the_parents_measure()
    {
        var plan = LevelSample.With(
            "sk-kab",
            (LevelIndicator one) => one with { Card = one.Card with { Measure = "Laporan" } }
        );

        var error = Assert.Single(Errors(plan));

        Assert.Equal("$.indicatorLinks[6].way", error.Path);
        Assert.Contains(
            "'sk-kab' dalam Laporan, induk 'k-lembaga' dalam Dokumen",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_weight_is_more_than_nothing(int weight)
    {
        var plan = LevelSample.Plan with
        {
            IndicatorLinks =
            [
                .. LevelSample.Plan.IndicatorLinks!.Select(link =>
                    link.Parent == "k-lembaga" ? link with { Way = ParentWay.Weighted, Weight = weight } : link
                ),
            ],
        };

        Assert.Equal(
            ["$.indicatorLinks[5].weight", "$.indicatorLinks[6].weight"],
            Errors(plan).Select(one => one.Path)
        );
        Assert.All(Errors(plan), one => Assert.Contains("lebih dari 0", one.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_indicator_of_words_cannot_be_summed()
    {
        var plan = LevelSample.With(
            "sk-kab",
            (LevelIndicator one) =>
                one with
                {
                    Card = one.Card with { Kind = ValueKind.Text, Targets = [], History = [] },
                    Target = new AnnualTarget("sk-kab", null, Text: "Selesai"),
                }
        );

        Assert.Contains("bertipe Teks", Assert.Single(Errors(plan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_does_not_stand_above_its_parent()
    {
        var plan = LevelSample.With(
            "indeks-rb",
            (IndicatorLink link) => link with { Parent = "snp", Way = ParentWay.Words, Contribution = "x" }
        );

        Assert.Contains(
            Errors(plan),
            one =>
                one.Message.Contains(
                    "Indikator tujuan tidak dapat berada di bawah indikator sasaran",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_post_that_nobody_holds_all_year_is_told_with_where_to_fill_it()
    {
        var plan = LevelSample.Plan with
        {
            Appointments = [.. Sample.Plan.Appointments.Where(one => one.Post != "analis-lembaga")],
        };

        var error = Assert.Single(
            Errors(plan),
            one => one.Path.StartsWith("$.indicatorLinks", StringComparison.Ordinal)
        );

        Assert.Equal("$.indicatorLinks[5].post", error.Path);
        Assert.Contains("Analis Kelembagaan", error.Message, StringComparison.Ordinal);
        Assert.Contains("lembar Penempatan", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_budget_s_levels_wait_for_a_budget_that_comes_later_as_a_list()
    {
        var plan = LevelSample.Plan with { Budget = Sample.Plan.Budget with { Programmes = [] } };

        var reading = PlanFile.Read(System.Text.Encoding.UTF8.GetBytes(PlanWriter.Write(plan)), Sample.Checks);

        Assert.NotNull(reading.Draft);
    }

    [Fact]
    public void A_target_names_the_indicator_of_its_card()
    {
        var plan = LevelSample.With(
            "sk-kab",
            (LevelIndicator one) => one with { Target = one.Target with { Indicator = "sk-prov" } }
        );

        Assert.Equal("$.levelIndicators[4].target.indicator", Assert.Single(Errors(plan)).Path);
    }

    [Fact]
    public void The_next_year_takes_the_targets_of_the_strategic_plan()
    {
        var plan = LevelSample.With(
            "sk-kab",
            (LevelIndicator one) => one with { Card = one.Card with { Targets = [] } }
        );

        var draft = NextYearPlan.Of(plan, plan.Budget, plan.AnnualPlan.Targets, new Dictionary<string, YearRecord>());

        Assert.Equal([81m, 14m, 14m, 5m, 9m], draft.Plan.LevelIndicators!.Select(one => one.Target.Value!.Value));
        Assert.All(draft.Plan.LevelIndicators!, one => Assert.Null(one.Target.Quarterly));
        Assert.Contains(
            "sk-kab",
            Assert.Single(draft.Notes, one => one.Part == SheetNames.LevelIndicators).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Long_texts_of_a_card_may_have_several_lines()
    {
        var plan = LevelSample.With(
            "sk-kab",
            (LevelIndicator one) =>
                one with
                {
                    Card = one.Card with { Definition = "Baris satu\n\nBaris dua", Formula = new string('x', 600) },
                }
        );

        var reading = PlanReader.Read(PlanWriter.Write(plan), Sample.Checks);

        Assert.Equal(PlanWriter.Write(plan), PlanWriter.Write(reading.Value!));
    }

    [Fact]
    public void A_parent_retired_in_the_year_is_told_with_the_one_in_its_place()
    {
        var basis = new ChangeBasis("12/2024", new DateOnly(2024, 6, 20), new DateOnly(2024, 7, 1), "RPJMD baru");
        var plan = LevelSample.Plan with
        {
            Changes =
            [
                new YearChange(YearChangeKind.StrategicPlan, basis, new DateOnly(2024, 6, 25))
                {
                    Strategic = new StrategicChange(null, [new AddedIndicator("snp", "rb")], ["rb"], [], []),
                },
            ],
        };

        var warning = Assert.Single(
            PlanWarnings.Check(plan),
            one => one.Path.StartsWith("$.indicatorLinks", StringComparison.Ordinal)
        );

        Assert.Equal("$.indicatorLinks[3].parent", warning.Path);
        Assert.Contains("berhenti per 30 Juni 2024", warning.Message, StringComparison.Ordinal);
        Assert.Contains("penggantinya, 'snp'", warning.Message, StringComparison.Ordinal);
    }
}
