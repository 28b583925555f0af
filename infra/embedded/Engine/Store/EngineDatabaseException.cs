namespace Sakip.Embedded.Engine.Store;

/// <summary>The engine's database cannot be used. It has been left as it was.</summary>
public sealed class EngineDatabaseException : Exception
{
    internal EngineDatabaseException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
