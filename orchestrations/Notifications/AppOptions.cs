namespace Sakip.Notifications;

/// <summary>Where the app is reached from outside; links in messages begin with it.</summary>
internal sealed class AppOptions
{
    public const string Section = "App";

    [System.ComponentModel.DataAnnotations.Required]
    public Uri? BaseUrl { get; set; }
}
