using System.Text;

namespace Sakip.Planning;

/// <summary>A file that hands in a plan or a budget revision, be it a workbook or JSON: one reading for both.</summary>
internal static class PlanFile
{
    public const int LargestBytes = 10 * 1024 * 1024;

    /// <param name="checks">What the capabilities above the plan demand of it.</param>
    public static PlanReading Read(byte[] content, params IReadOnlyList<PlanCheck> checks)
    {
        if (!IsJson(content))
            return PlanWorkbook.Read(new MemoryStream(content), checks);
        var reading = PlanReader.Read(Text(content), checks);
        return reading.Value is { } plan
            ? new PlanReading(plan, [], [], PlanWarnings.Check(plan), Counts(plan)) { Cleaned = reading.Cleaned }
            : PlanReading.Failed(reading.Errors) with
            {
                Cleaned = reading.Cleaned,
                Draft = reading.Draft,
            };
    }

    /// <param name="plan">The plan that the revision belongs to.</param>
    /// <param name="current">The budget version in force.</param>
    public static Reading<BudgetRevision> ReadRevision(byte[] content, OfficePlan plan, Budget current)
    {
        return IsJson(content)
            ? PlanReader.ReadRevision(Text(content), plan, current)
            : PlanWorkbook.ReadRevision(new MemoryStream(content), plan, current);
    }

    private static bool IsJson(byte[] content)
    {
        foreach (var first in content.AsSpan().TrimStart("\uFEFF \t\r\n"u8))
            return first is (byte)'{' or (byte)'[';
        return false;
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content).TrimStart('\uFEFF');

    private static List<PlanCount> Counts(OfficePlan plan) =>
        [
            .. PlanRecords
                .Of(plan, [])
                .Where(sheet => !PlanSheets.Get(sheet.Key).IsForm && sheet.Value.Count > 0)
                .Select(sheet => new PlanCount(sheet.Key, sheet.Value.Count)),
        ];
}
