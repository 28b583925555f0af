using System.Text.Json.Serialization;

namespace Sakip.Planning;

/// <summary>What is done with cells of spending in which nothing stands.</summary>
internal enum BlankCells
{
    Ask,
    Zero,
    Refuse,
}

/// <summary>What the file leaves open and a person decides on the preview.</summary>
/// <param name="Field">The name of the answer: on the page as in the API's query.</param>
/// <param name="Chosen">The option that holds now; null while nobody has chosen.</param>
/// <param name="Because">Why an option is chosen without having been asked for.</param>
internal sealed record SpendingQuestion(
    string Field,
    string Text,
    IReadOnlyList<SpendingOption> Options,
    string? Chosen,
    string? Because = null
)
{
    [JsonIgnore]
    public bool IsOpen => Chosen is null;
}

/// <param name="Hint">What shows whether it is the right one, such as its sum.</param>
internal sealed record SpendingOption(string Value, string Text, string? Hint = null);

/// <summary>What is unlike the budget in force, for whoever approves.</summary>
internal sealed record SpendingException(string SubActivity, string What);

/// <summary>What was read, so that a person can compare it with the file.</summary>
/// <param name="Heading">Of the column of money.</param>
/// <param name="Summed">Rows of accounts that were summed; 0 where there were none.</param>
/// <param name="FileTotal">The file's own sum; null where it has none.</param>
internal sealed record SpendingSource(
    string Sheet,
    string Column,
    string Heading,
    int Rows,
    decimal Total,
    int Summed,
    decimal? FileTotal
);
