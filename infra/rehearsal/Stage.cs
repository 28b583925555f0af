namespace Sakip.Rehearsal;

/// <summary>Clears the stage for a new rehearsal, or leaves it as it is where one was cut off.</summary>
internal static class Stage
{
    /// <summary>True when an unfinished rehearsal goes on.</summary>
    public static bool Set(RehearsalOptions options)
    {
        var goesOn = options.Resume || File.Exists(options.Marker);
        if (!goesOn)
        {
            Clear(options.Data);
            Clear(options.Out);
        }

        Directory.CreateDirectory(options.Mailbox);
        Directory.CreateDirectory(options.Data);
        File.WriteAllText(options.Marker, "");
        return goesOn;
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
