using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Collection;

/// <summary>A row of the matrix: one sub-unit in one quarter.</summary>
internal sealed record MatrixRow(
    string Code,
    string Name,
    string State,
    Tone Tone,
    string Url,
    string Revision,
    string SubmittedAt
)
{
    /// <summary>Whether the report was handed in and not returned since.</summary>
    public bool IsIn { get; init; }

    /// <summary>Whether the open step is past its due day.</summary>
    public bool IsLate { get; init; }

    public OpenStepLine? Open { get; init; }
}
