using System.ComponentModel.DataAnnotations;

namespace Sakip.Functions.Storage;

/// <summary>How long storage is waited for, and how often it is asked: section "StorageTries".</summary>
internal sealed class StorageTryOptions
{
    public const string Section = "StorageTries";

    /// <summary>How long one request may wait for storage in all; then it answers 503.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan RequestBudget { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one try may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:40")]
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call is tried again after its first try.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>The wait before the first of these; it doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>How long what was read is known where nothing is written through the app; 0 has everything read each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan Memory { get; set; } = TimeSpan.FromDays(7);
}
