using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

internal sealed record NarrativeLine(string Section, string Title, string Owner, string State, Tone Tone, string Due);

internal sealed record NarrativeListView(IReadOnlyList<NarrativeLine> Lines, string? Saved, string Base)
{
    public static NarrativeListView Of(OfficePlan plan, IReadOnlyList<NarrativeState> texts, string? saved)
    {
        var names = plan.SubUnits.ToDictionary(subUnit => subUnit.Code, subUnit => subUnit.Name);
        return new NarrativeListView(
            [
                .. texts.Select(text => new NarrativeLine(
                    text.Section,
                    text.Title,
                    text.Owner is null ? "Perencana" : names.GetValueOrDefault(text.Owner, text.Owner),
                    State(text),
                    text.IsHandedIn ? Tone.Good
                        : text.HasText ? Tone.Info
                        : Tone.Wait,
                    text.DueAt is { } due ? PageWords.Day(due) : "–"
                )),
            ],
            texts.FirstOrDefault(text => text.Section == saved)?.Title,
            FormattableString.Invariant($"/kantor/{plan.Unit.Code}/{plan.Year}")
        );
    }

    private static string State(NarrativeState text) =>
        text switch
        {
            { IsHandedIn: true } => "Disampaikan",
            { HasText: true } => "Naskah awal",
            _ => "Belum ada",
        };
}

internal sealed record NarrativePageView(string Title, NarrativeView Narrative, bool MayWrite);
