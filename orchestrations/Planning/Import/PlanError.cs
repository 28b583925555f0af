namespace Sakip.Planning;

/// <summary>What is wrong in a file that was handed in.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.officials[3].nip</c>.</param>
/// <param name="Message">Indonesian; says what is expected.</param>
public sealed record PlanError(string Path, string Message);

/// <summary>The outcome of reading a file: the value, or everything that is wrong with it. Never both.</summary>
public sealed record Reading<T>(T? Value, IReadOnlyList<PlanError> Errors)
    where T : class
{
    public bool Succeeded => Value is not null;
}
