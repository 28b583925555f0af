namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a public method a function of the app under the given, app-wide unique name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
