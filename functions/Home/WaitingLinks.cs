using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>Where a waiting step is seen: on the page of its matter; by its bearer, behind its own link.</summary>
internal static class WaitingLinks
{
    public static string PageOf(WaitingRow row) => "/" + MessagePages.Of(Subject.Parse(row.Subject)!);

    public static string TaskOf(string url, WaitingRow row) => $"{url}/tugas/{row.Subject}/{row.Step}/{row.Attempt}";
}
