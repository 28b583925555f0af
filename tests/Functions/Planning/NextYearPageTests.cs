using System.Net;
using Sakip.Planning;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions.Planning;

/// <summary>The planner prepares the next year, looks at what is different, and starts it.</summary>
public sealed class NextYearPageTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Root = "kantor/biro-organisasi/2024/rencana/tahun-depan";

    [Fact]
    public async Task The_next_year_is_previewed_taken_as_a_workbook_applied_and_then_left_alone()
    {
        await office.StartYearAsync();
        var plan = PlanReader.Read(office.Sample("plan.json")).Value!;
        var code = plan.Roles.First(role => role.Role == OfficeRole.Planner).Official;
        using var planner = await Person.SignedInAsync(office, plan.Officials.Single(one => one.Code == code).Email);

        var (status, page) = await ReadAsync(planner, Root);
        using var book = await planner.GetAsync(Root + "/buku.xlsx");
        var read = PlanWorkbook.Read(await book.Content.ReadAsStreamAsync(RunningOffice.Cancellation));
        using var kept = await planner.PostAsync(Root, PageForm.Read(page)!.Fields);
        var preview = kept.Headers.Location!.ToString().TrimStart('/');
        var (_, shown) = await ReadAsync(planner, preview);
        using var applied = await planner.PostAsync(preview, PageForm.Read(shown)!.Fields);
        var (_, started) = await ReadAsync(planner, "kantor/biro-organisasi/2025/rencana");
        var (_, again) = await ReadAsync(planner, Root);
        using var refused = await planner.PostAsync(Root, PageForm.Read(again)!.Fields);

        Assert.Equal(200, status);
        Assert.Contains("Perbedaan dengan rencana tahun ini", page);
        Assert.Contains("Pagu 2025 belum diketahui", page);
        Assert.Equal(2025, read.Plan!.Year);
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.StartsWith("kantor/biro-organisasi/2025/rencana/impor/", preview);
        Assert.Equal(HttpStatusCode.SeeOther, applied.StatusCode);
        Assert.Contains("2025", started);
        Assert.Contains("sudah ada dan tidak ditimpa", again);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    private static async Task<(int Status, string Page)> ReadAsync(Person person, string path)
    {
        using var answer = await person.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }
}
