using Sakip.Kernel;

namespace Sakip.Functions.Web;

/// <summary>The zone in which the answer being made tells times: that of the office it is about.</summary>
internal static class PageZone
{
    private static readonly AsyncLocal<OfficeZone> Own = new();

    public static OfficeZone Current
    {
        get => Own.Value;
        set => Own.Value = value;
    }
}
