using Sakip.Documents;
using Sakip.Functions.Web.Components;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>What each part of the report still waits for.</summary>
internal static class PartLines
{
    /// <summary>The annex with the statement of review.</summary>
    private const string Review = "lampiran-7";

    /// <summary>Annexes that show the year's results without computing any.</summary>
    private static readonly string[] Measured = ["lampiran-2", "lampiran-3"];

    public static IReadOnlyList<PartLine> Of(ReportStanding standing, string address)
    {
        var texts = standing.Narratives.ToDictionary(text => text.Section);
        var hasBegun = standing.State is not null || standing.Narratives.Any(text => text.DueAt is not null);
        return
        [
            .. standing.Parts.Select(part =>
            {
                var (state, tone, url) = standing.Version is null
                    ? ("Terbit", Tone.Good, null)
                    : StateOf(part, standing, texts, hasBegun, address);
                return new PartLine(
                    part.Title,
                    string.Join(", ", part.Sources.Select(WordOf)) is { Length: > 0 } from ? from : "susunan tetap",
                    state,
                    tone,
                    url
                );
            }),
        ];
    }

    private static (string State, Tone Tone, string? Url) StateOf(
        ReportPart part,
        ReportStanding standing,
        Dictionary<string, NarrativeState> texts,
        bool hasBegun,
        string address
    )
    {
        if (part.Code == Review && standing.State is not ("Reviewed" or "Signed"))
            return ("Menunggu reviu", hasBegun ? Tone.Wait : Tone.Plain, null);
        var own = part.Narratives.Select(section => texts[section]).ToList();
        var written = own.Count(text => text.IsHandedIn);
        // A correction asks for some texts again; the others stand.
        var isAsked = own.Any(text => text is { DueAt: not null, IsHandedIn: false });
        if (isAsked)
            return ($"Menunggu narasi ({written} dari {own.Count})", Tone.Wait, address + "/narasi");
        if (hasBegun)
            return ("Siap", Tone.Good, null);
        return own.Count > 0 ? ($"{own.Count} narasi, diminta setelah triwulan IV", Tone.Plain, address + "/narasi")
            : part.Sources.Contains(PartSource.Computed) || Measured.Contains(part.Code)
                ? ("Sementara, menunggu data triwulan IV", Tone.Plain, address + "/triwulan")
            : ("Siap", Tone.Good, null);
    }

    private static string WordOf(PartSource source) =>
        source switch
        {
            PartSource.Data => "data",
            PartSource.Computed => "hitungan",
            PartSource.Register => "daftar tetap",
            _ => "narasi",
        };
}
