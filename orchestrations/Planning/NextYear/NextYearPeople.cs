namespace Sakip.Planning;

/// <summary>Who goes on into the next year.</summary>
internal static class NextYearPeople
{
    public static OfficePlan Of(OfficePlan plan, int year, List<NextYearNote> notes)
    {
        var start = new DateOnly(year, 1, 1);
        var appointments = plan.Appointments.Where(one => one.Until is null || one.Until >= start).ToList();
        var staying = appointments
            .Select(one => one.Official)
            .Concat(plan.Roles.Select(role => role.Official))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var gone in plan.Officials.Where(official => !staying.Contains(official.Code)))
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.Officials,
                    $"{gone.FullName()} tidak mempunyai jabatan maupun peran pada {year} dan tidak dibawa."
                )
            );
        }

        var next = plan with
        {
            Appointments = appointments,
            Officials = [.. plan.Officials.Where(official => staying.Contains(official.Code))],
        };
        var directory = new OfficeDirectory(next);
        foreach (var post in plan.Posts.Where(post => directory.HolderOf(post.Code, start) is null))
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.Appointments,
                    $"Jabatan {post.Name} belum terisi per 1 Januari {year}. Tambahkan penempatannya."
                )
            );
        }

        return next;
    }
}
