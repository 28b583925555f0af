using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Functions.Web.Components;

/// <summary>
/// Sets a course as lines of a small picture. The path is dashed with hollow squares, what was reached is solid with dots:
/// where they run together both are seen, in black and white too.
/// </summary>
internal sealed class CourseDrawing(CourseView course)
{
    public const int Width = 320;
    public const int Height = 136;
    private const int Left = 24;
    private const int Step = 90;
    private const int Top = 22;
    private const int Floor = 98;

    private readonly decimal _highest = course.Path.Concat(course.Actual).Max() is { } most and > 0m ? most : 1m;

    /// <summary>Runs of neighbouring points, for a line each.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<decimal?> values)
    {
        var lines = new List<string>();
        var run = new List<string>();
        foreach (var (at, value) in values.Index())
        {
            if (value is { } known)
                run.Add(string.Create(CultureInfo.InvariantCulture, $"{X(at)},{Y(known)}"));
            if ((value is null || at == values.Count - 1) && run.Count > 0)
            {
                lines.Add(string.Join(' ', run));
                run.Clear();
            }
        }

        return lines;
    }

    public static int X(int quarter) => Left + (quarter * Step);

    public int Y(decimal value) => Floor - (int)Math.Round((Floor - Top) * Math.Max(value, 0m) / _highest);

    /// <summary>Where a value's number stands: the higher of two above its point, the lower below it.</summary>
    public int TextY(decimal value, decimal? other) => Y(value) + (other > value ? 18 : -9);

    /// <summary>What both lines say, for who cannot see them.</summary>
    public string Description()
    {
        var parts = Enumerable
            .Range(0, course.Path.Count)
            .Where(at => course.Path[at] is not null || course.Actual[at] is not null)
            .Select(at =>
                $"TW {Roman(at)}: {course.PathName.ToLowerInvariant()} {PageWords.Number(course.Path[at])}, "
                + $"{course.ActualName.ToLowerInvariant()} {PageWords.Number(course.Actual[at])}"
            );
        return $"{course.Title}. {string.Join("; ", parts)}.";
    }

    public static string Roman(int quarter) => Quarters.All[quarter].Roman();
}
