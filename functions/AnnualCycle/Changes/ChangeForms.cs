using System.Globalization;
using System.Text.Json;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>Reads what was filled in of a change within the year, and keeps it for its preview.</summary>
internal static class ChangeForms
{
    public const string Decree = "keputusan";
    public const string DecreeDate = "tanggal";
    public const string From = "berlaku";
    public const string Reason = "alasan";
    public const string Ended = "berakhir";
    public const string Successor = "penerus";
    public const string Begun = "baru.nama";
    public const string Moves = "subkegiatan";
    public const string Indicators = "indikator";
    public const string Indicator = "kode";
    public const string Act = "tindakan";
    public const string Name = "nama";
    public const string Taker = "pelaksana";
    public const string File = "kiriman";
    public const string Replaces = "gantikan";
    public const string Version = "versi";
    public const string Official = "pegawai";
    public const string Event = "peristiwa";
    public const string Until = "sampai";
    public const string Post = "jabatan.";
    public const string HeldAs = "jenis.";
    public const string Role = "peran.";

    /// <summary>Stands for the sub-unit that the same form begins.</summary>
    public const string TheNewOne = "*";

    public static string WordOf(YearChangeKind kind) =>
        kind switch
        {
            YearChangeKind.Organisation => "organisasi",
            YearChangeKind.StrategicPlan => "renstra",
            _ => "pejabat",
        };

    public static YearChangeKind KindOf(string word) =>
        Enum.GetValues<YearChangeKind>().First(kind => WordOf(kind) == word);

    public static string Write(ChangeCall call) => JsonSerializer.Serialize(call, call.GetType(), SakipJson.Options);

    public static ChangeCall Kept(YearChangeKind kind, byte[] kept) =>
        kind switch
        {
            YearChangeKind.Organisation => SakipJson.Read<OrganisationCall>(kept),
            YearChangeKind.StrategicPlan => SakipJson.Read<StrategicCall>(kept),
            _ => SakipJson.Read<OfficialCall>(kept),
        };

    /// <summary>Version of the plan that the preview showed; one that no plan has where the form does not say.</summary>
    public static int VersionOf(PostedForm form) =>
        int.TryParse(form.Text(Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;

    /// <param name="given">The plan that came with the form of a strategic change.</param>
    /// <param name="plan">The plan in force.</param>
    public static ChangeCall Read(YearChangeKind kind, PostedForm form, OfficePlan? given, OfficePlan plan)
    {
        ChangeCall call = kind switch
        {
            YearChangeKind.Organisation => Organisation(form),
            YearChangeKind.StrategicPlan => Strategic(form, given, plan),
            _ => OfficialChangeForm.Call(form),
        };
        return Based(call, form);
    }

    /// <summary>The change with the decree, the day and the reason that were filled in.</summary>
    public static T Based<T>(T call, PostedForm form)
        where T : ChangeCall =>
        call with
        {
            Decree = form.Required(Decree, "Nomor keputusan"),
            DecreeDate = form.Day(DecreeDate, "Tanggal keputusan"),
            From = form.Day(From, "Mulai berlaku"),
            Reason = Required(form, Reason),
        };

    /// <summary>The field that a fault speaks of; empty where it is none of the form's.</summary>
    public static string FieldOf(string path, PostedForm form)
    {
        var field = path switch
        {
            "$.decree" => Decree,
            "$.decreeDate" => DecreeDate,
            "$.from" => From,
            "$.reason" => Reason,
            "$.official" => Official,
            "$.event" => Event,
            "$.until" => Until,
            "$.replaces" => Replaces,
            _ when path.StartsWith("$.moves", StringComparison.Ordinal) => Moves,
            _ when path.StartsWith("$.indicators", StringComparison.Ordinal) => Indicators,
            _ when path.StartsWith("$.ended", StringComparison.Ordinal) => Ended,
            _ when path.StartsWith("$.begun", StringComparison.Ordinal) => Begun,
            _ => "",
        };
        return form.Has(field) ? field : "";
    }

    private static OrganisationCall Organisation(PostedForm form)
    {
        var begun = BegunOf(form);
        string To(string chosen) => chosen == TheNewOne ? begun?.Code ?? "" : chosen;
        var ended = form.Optional(Ended);
        var taker = form.Optional(Taker);
        return new OrganisationCall
        {
            Begun = begun is null ? null : [begun],
            Ended = ended is null ? null : [new EndedSubUnit(ended, To(form.Chosen(Successor, "penerusnya")))],
            Moves = [.. Lines(form, Moves, taker).Select(line => new MovedSubActivity(line.Code, To(line.To)))],
            Indicators = [.. Lines(form, Indicators, taker).Select(line => new MovedIndicator(line.Code, To(line.To)))],
        };
    }

    private static BegunSubUnit? BegunOf(PostedForm form) =>
        form.Optional(Begun) is not { } name
            ? null
            : new BegunSubUnit(
                form.Optional("baru.kode") ?? ProposedCode.Of(name, []),
                name,
                form.Required("baru.jabatan", "Nama jabatan kepalanya"),
                form.Chosen("baru.kepala", "pejabat kepalanya"),
                form.Chosen("baru.pengisi", "pengisi laporannya"),
                null,
                form.Optional("baru.atasan"),
                form.Choice("baru.jenis", "Cara menjabat", Tenure.Definitive)
            );

    // One code a line; what stands behind a colon is that line's own taker.
    private static IEnumerable<(string Code, string To)> Lines(PostedForm form, string field, string? taker)
    {
        foreach (var line in ChangeFields.Lines(form, field, '\n', ',', ';'))
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts[0].Length == 0)
                continue;
            var to = parts.Length > 1 ? parts[1] : taker;
            if (string.IsNullOrEmpty(to))
            {
                form.Fault(Taker, "Pilih pelaksana atau pengampu barunya.");
                yield break;
            }

            yield return (parts[0], to);
        }
    }

    private static StrategicCall Strategic(PostedForm form, OfficePlan? given, OfficePlan plan)
    {
        var replaces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in ChangeFields.Lines(form, Replaces, '\n'))
        {
            if (line.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } fresh, { Length: > 0 } old])
            {
                replaces[fresh] = old;
            }
            else if (line.Trim().Length > 0)
            {
                form.Fault(
                    Replaces,
                    $"\"{line.Trim()}\" tidak terbaca. Tulis kode baru = kode lama, misalnya iku-2 = iku-1."
                );
            }
        }

        var asked = given is null
            ? new StrategicCall()
            : StrategicFile.Call(given, plan, form.DayOrNone(From, "Mulai berlaku") ?? default);
        return asked with { Replaces = replaces.Count == 0 ? null : replaces };
    }

    private static string Required(PostedForm form, string field)
    {
        var text = form.Long(field);
        if (text.Length is 0 or > ChangeCall.LongestReason)
            form.Fault(field, "Tulis alasan perubahannya, paling banyak 2.000 huruf; dimuat dalam laporan.");
        return text;
    }
}
