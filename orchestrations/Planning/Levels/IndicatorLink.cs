using System.Text.Json.Serialization;

namespace Sakip.Planning;

/// <summary>How an indicator's value follows from those below it.</summary>
internal enum ParentWay
{
    /// <summary>The parent's value is the sum of its children's.</summary>
    Sum,

    /// <summary>The parent's value is the mean of its children's.</summary>
    Mean,

    /// <summary>The parent's value is the mean of its children's, each with its weight.</summary>
    Weighted,

    /// <summary>The child contributes in a way that is said in words and not computed.</summary>
    Words,
}

/// <summary>Who carries an indicator of any level, and which one above it it serves.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Post">Code of the post that answers for it.</param>
/// <param name="Parent">Code of the indicator above; null for a root.</param>
/// <param name="Weight">Weight among its siblings, where the way is weighted.</param>
/// <param name="Contribution">What it contributes, where the way is words.</param>
internal sealed record IndicatorLink(
    string Indicator,
    string Post,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parent = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ParentWay? Way = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Weight = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Contribution = null
);
