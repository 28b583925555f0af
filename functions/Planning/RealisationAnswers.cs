using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>How a file is to be read, as a page's form and a machine's query say it.</summary>
internal static class RealisationAnswers
{
    public const string Reason = "reason";
    private const int LongestName = 120;
    private const int LongestReason = 2000;

    /// <param name="position">As 2024-06-30; anything else leaves the day to the file.</param>
    /// <param name="given">What was answered, by the name of the question.</param>
    public static RealisationImport Of(
        byte[] file,
        Quarter quarter,
        string name,
        string position,
        Func<string, string> given
    )
    {
        var reason = given(Reason).Trim();
        return new RealisationImport(file, name.Length == 0 ? "berkas" : Shortened(name), quarter)
        {
            Position = DateOnly.TryParseExact(
                position,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null,
            Column = given(SpendingChoice.ColumnField) is { Length: > 0 } column ? column : null,
            Unit = decimal.TryParse(
                given(SpendingUnit.Field),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var unit
            )
                ? unit
                : null,
            Blanks = given(SpendingChoice.BlanksField) switch
            {
                "zero" => BlankCells.Zero,
                "refuse" => BlankCells.Refuse,
                _ => BlankCells.Ask,
            },
            Reason = reason.Length == 0 ? null : reason[..Math.Min(reason.Length, LongestReason)],
        };
    }

    /// <summary>The same from a form that was sent; a page that is only opened answers nothing.</summary>
    public static Func<string, string> In(IFormCollection? form) => name => form?[name].ToString() ?? "";

    /// <summary>The end of a long name says more than its beginning.</summary>
    public static string Shortened(string name) => name.Length > LongestName ? name[^LongestName..] : name;

    /// <summary>What holds of all that was asked, to know whether a person has seen it.</summary>
    public static string Seen(RealisationReading reading) =>
        string.Join('|', reading.Questions.Select(question => $"{question.Field}={question.Chosen}"));

    /// <summary>What keeps a file from being taken, as a machine is told it.</summary>
    public static IReadOnlyList<PlanError> Open(RealisationReading reading) =>
        [
            .. reading.Errors,
            .. reading
                .Questions.Where(question => question.IsOpen)
                .Select(question => new PlanError(
                    "$",
                    $"{question.Text} Pilih dengan parameter {question.Field}: "
                        + string.Join("; ", question.Options.Select(Told))
                        + "."
                )),
            .. reading.LacksReason
                ? reading.Realisation!.Exceptions!.Select(one => new PlanError(
                    "$",
                    $"{one.What} Tulis alasannya pada parameter {Reason}."
                ))
                : [],
        ];

    internal static string Told(SpendingOption option) =>
        $"{option.Value} = {option.Text}" + (option.Hint is { } hint ? $" ({hint})" : "");
}
