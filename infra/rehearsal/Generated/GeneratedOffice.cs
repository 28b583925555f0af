using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sakip.Rehearsal.Generated;

/// <summary>
/// An office with any number of sub-units, made from the sample: its year, calendar, policy and registers; its own
/// sub-units, people, indicators and budget. The first two sub-units bear the names of the sample's late one and of the
/// one whose report is returned.
/// </summary>
internal sealed class GeneratedOffice(int subUnits)
{
    public const string Unit = "kantor-gladi";

    // One indicator for every four sub-units, one programme for every twenty.
    private const int SubUnitsPerIndicator = 4;
    private const int SubUnitsPerProgramme = 20;
    private const int SubUnitsPerVerifier = 20;

    private static readonly string[] FixedPosts = ["asisten", "inspektur", "kepala-biro"];

    private int Indicators => (subUnits + SubUnitsPerIndicator - 1) / SubUnitsPerIndicator;

    /// <summary>Writes plan.json and realisations.json into the folder.</summary>
    public void Write(string sample, string folder)
    {
        Directory.CreateDirectory(folder);
        var plan = JsonNode.Parse(File.ReadAllText(Path.Combine(sample, "plan.json")))!.AsObject();
        Organisation(plan);
        People(plan);
        plan["strategicPlan"] = StrategicPlan(plan);
        plan["annualPlan"] = Node(new { year = 2024, targets = Each(Indicators, Target) });
        plan["budget"]!["programmes"] = Programmes();
        plan.Remove("actionPlan");
        plan["agreement"]!["staffTargets"] = new JsonArray();
        Report(plan["report"]!.AsObject());
        File.WriteAllText(Path.Combine(folder, "plan.json"), plan.ToJsonString());
        File.WriteAllText(Path.Combine(folder, "realisations.json"), Realisations().ToJsonString());
    }

    private void Organisation(JsonObject plan)
    {
        plan["unit"]!["code"] = Unit;
        plan["unit"]!["name"] = "Kantor Gladi Provinsi Bali";
        plan["unit"]!["shortName"] = "Kantor Gladi";
        plan["subUnits"] = Each(
            subUnits,
            i => new
            {
                code = Code('b', i),
                name = Name(i),
                headPost = Code('j', i),
            }
        );
        plan["posts"] = Kept(plan["posts"]!, post => FixedPosts.Contains((string)post["code"]!))
            .With(
                Each(
                    subUnits,
                    i => new
                    {
                        code = Code('j', i),
                        name = "Kepala Bagian " + Name(i),
                        subUnit = Code('b', i),
                        superior = "kepala-biro",
                        echelon = "III.a",
                    }
                )
            );
    }

    private void People(JsonObject plan)
    {
        var verifiers = (subUnits + SubUnitsPerVerifier - 1) / SubUnitsPerVerifier;
        string[] posts = [.. FixedPosts];
        var appointments = Kept(plan["appointments"]!, one => posts.Contains((string)one["post"]!));
        string[] named =
        [
            .. appointments.Select(one => (string)one!["official"]!),
            .. Kept(plan["roles"]!, IsCentral).Select(role => (string)role!["official"]!),
        ];
        plan["appointments"] = appointments.With(
            Each(
                subUnits,
                i => new
                {
                    official = Code('k', i),
                    post = Code('j', i),
                    tenure = "Definitive",
                    from = "2023-01-02",
                    decree = "SK-GLADI/2023",
                }
            )
        );
        plan["officials"] = Kept(plan["officials"]!, one => named.Contains((string)one["code"]!))
            .With(Each(subUnits, i => Official('k', "Kepala", 2, i)))
            .With(Each(subUnits, i => Official('o', "Operator", 3, i)))
            .With(Each(verifiers, i => Official('v', "Verifikator", 4, i)));
        plan["roles"] = Kept(plan["roles"]!, IsCentral)
            .With(
                Each(
                    subUnits,
                    i => new
                    {
                        role = "Operator",
                        official = Code('o', i),
                        subUnit = Code('b', i),
                    }
                )
            )
            .With(
                Each(
                    subUnits,
                    i => new
                    {
                        role = "Verifier",
                        official = Code('v', i / SubUnitsPerVerifier),
                        subUnit = Code('b', i),
                    }
                )
            );
    }

    private static bool IsCentral(JsonNode role) => (string)role["role"]! is not ("Operator" or "Verifier");

    private JsonNode StrategicPlan(JsonObject plan)
    {
        var strategic = plan["strategicPlan"]!.DeepClone();
        var goal = strategic["goals"]![0]!.DeepClone();
        goal["objectives"] = Node(
            new[]
            {
                new
                {
                    code = "s1",
                    statement = "Meningkatnya mutu layanan setiap bagian",
                    indicators = Each(Indicators, Indicator),
                },
            }
        );
        strategic["goals"] = new JsonArray(goal);
        return strategic;
    }

    // In turns a percentage with its parts and a count that adds up over the year.
    private static object Indicator(int i) =>
        new
        {
            code = Code('i', i),
            name = $"{(IsShare(i) ? "Persentase" : "Jumlah")} layanan {Name(i * SubUnitsPerIndicator)} yang selesai tepat waktu",
            measure = IsShare(i) ? "Persen" : "Layanan",
            kind = IsShare(i) ? "Percent" : "Count",
            polarity = "Maximise",
            consolidation = IsShare(i) ? "LastKnown" : "Sum",
            isKey = true,
            formula = "Layanan yang selesai tepat waktu dibandingkan dengan seluruh layanan",
            definition = "Layanan yang selesai dalam waktu yang ditetapkan.",
            numeratorLabel = IsShare(i) ? "Layanan yang selesai tepat waktu" : null,
            denominatorLabel = IsShare(i) ? "Seluruh layanan" : null,
            dataSource = "Buku layanan bagian",
            subUnit = Code('b', i * SubUnitsPerIndicator),
            reason = "Menggambarkan mutu layanan.",
            precision = 0,
            history = new[]
            {
                new
                {
                    year = 2023,
                    target = 80,
                    realisation = 82,
                },
            },
            targets = new[] { new { year = 2024, value = 80 }, new { year = 2026, value = 88 } },
            noBenchmarkReason = "Layanan setiap bagian berbeda.",
            formerNames = Array.Empty<string>(),
        };

    private static bool IsShare(int i) => i % 2 == 0;

    private static object Target(int i) =>
        new
        {
            indicator = Code('i', i),
            value = 80,
            quarterly = IsShare(i) ? new[] { 70, 75, 78, 80 } : new[] { 20, 40, 60, 80 },
        };

    private JsonArray Programmes() =>
        Each(
            (subUnits + SubUnitsPerProgramme - 1) / SubUnitsPerProgramme,
            p =>
            {
                var units = Enumerable.Range(
                    p * SubUnitsPerProgramme,
                    Math.Min(SubUnitsPerProgramme, subUnits - p * SubUnitsPerProgramme)
                );
                return new
                {
                    code = Number("P", p),
                    name = $"Program Layanan {p + 1}",
                    indicator = "Persentase layanan program yang selesai tepat waktu",
                    supports = units
                        .Where(i => i % SubUnitsPerIndicator == 0)
                        .Select(i => Code('i', i / SubUnitsPerIndicator))
                        .ToArray(),
                    fundSource = "APBD",
                    activities = new[]
                    {
                        new
                        {
                            code = Number("P", p) + ".A",
                            name = $"Penyelenggaraan Layanan {p + 1}",
                            indicator = "Persentase layanan kegiatan yang selesai tepat waktu",
                            subActivities = units
                                .Select(i => new
                                {
                                    code = $"{Number("P", p)}.A.{i + 1}",
                                    name = "Layanan " + Name(i),
                                    indicator = "Jumlah layanan yang selesai",
                                    subUnit = Code('b', i),
                                    ceiling = Ceiling(i),
                                    outputTarget = 80,
                                    outputMeasure = "Layanan",
                                    invented = true,
                                })
                                .ToArray(),
                        },
                    },
                };
            }
        );

    private static void Report(JsonObject report)
    {
        report["supportingTables"] = new JsonArray();
        foreach (var text in report["narratives"]!.AsArray())
        {
            text!["owner"] = null;
            text["body"] = $"{text["title"]} kantor gladi: uraian yang dibuat untuk gladi.";
        }
    }

    private JsonObject Realisations() =>
        new()
        {
            ["quarters"] = Each(
                4,
                quarter => new
                {
                    quarter = $"Q{quarter + 1}",
                    reports = Each(
                        subUnits,
                        i => new
                        {
                            subUnit = Code('b', i),
                            indicators = i % SubUnitsPerIndicator == 0
                                ? new[] { Realisation(i / SubUnitsPerIndicator, quarter) }
                                : [],
                            subActivities = new[]
                            {
                                new
                                {
                                    subActivity = $"{Number("P", i / SubUnitsPerProgramme)}.A.{i + 1}",
                                    spending = Ceiling(i) / 100 * 23 * (quarter + 1),
                                    physicalPercent = (quarter + 1) * 24,
                                    output = (quarter + 1) * 20,
                                },
                            },
                        }
                    ),
                }
            ),
        };

    private static object Realisation(int i, int quarter) =>
        new
        {
            indicator = Code('i', i),
            value = IsShare(i) ? 78 + quarter + i % 3 : 20 + i % 3,
            numerator = IsShare(i) ? 78 + quarter + i % 3 : (int?)null,
            denominator = IsShare(i) ? 100 : (int?)null,
            supporting = "Petugas layanan lengkap.",
            hindering = "Sebagian pemohon melengkapi berkas terlambat.",
            solution = "Pemohon diingatkan lebih awal.",
            followUp = "Pengingat dikirim setiap pekan.",
            explanation = "Permohonan datang menurut musimnya.",
        };

    private static object Official(char letter, string part, int series, int i) =>
        new
        {
            code = Code(letter, i),
            name = $"{part} {i + 1}",
            nip = string.Create(CultureInfo.InvariantCulture, $"1990010120150{series}{i:D4}"),
            email = $"{Code(letter, i)}@gladi.example",
        };

    private static string Name(int i) =>
        i switch
        {
            0 => "Tata Usaha",
            1 => "Perpustakaan",
            _ => string.Create(CultureInfo.InvariantCulture, $"Layanan {i + 1}"),
        };

    private static int Ceiling(int i) => 100_000_000 + (i % 7 * 5_000_000);

    private static string Code(char letter, int i) => string.Create(CultureInfo.InvariantCulture, $"{letter}{i:D4}");

    private static string Number(string letter, int i) =>
        string.Create(CultureInfo.InvariantCulture, $"{letter}{i + 1}");

    private static JsonArray Each(int count, Func<int, object> make) =>
        Node(Enumerable.Range(0, count).Select(make)).AsArray();

    private static JsonArray Kept(JsonNode array, Func<JsonNode, bool> isKept) =>
        [.. array.AsArray().Where(one => isKept(one!)).Select(one => one!.DeepClone())];

    private static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value)!;
}

internal static class JsonArrays
{
    public static JsonArray With(this JsonArray array, JsonArray more)
    {
        foreach (var one in more.ToArray())
        {
            more.Remove(one);
            array.Add(one);
        }

        return array;
    }
}
