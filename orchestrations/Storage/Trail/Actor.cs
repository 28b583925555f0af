namespace Sakip.Storage;

/// <summary>Who acts, and in which part.</summary>
/// <param name="Official">Code of an official, <c>sistem</c> for the app itself, <c>api</c> for a machine.</param>
internal sealed record Actor(string Official, ActorRole Role)
{
    /// <summary>The app itself.</summary>
    public static Actor System { get; } = new("sistem", ActorRole.System);

    /// <summary>A machine that calls with a function key in no official's name.</summary>
    public static Actor Machine { get; } = new("api", ActorRole.Machine);
}
