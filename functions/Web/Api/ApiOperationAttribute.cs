namespace Sakip.Functions.Web.Api;

/// <summary>What the API's description says of a function under <c>/api</c>, and what is checked before it runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ApiOperationAttribute(string summary) : Attribute
{
    public const string Json = "application/json";
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>One sentence for whoever calls it, in Indonesian.</summary>
    public string Summary { get; } = summary;

    /// <summary>What is sent; null where the request has no body.</summary>
    public Type? Body { get; init; }

    /// <summary>Media types that are taken; others get 415.</summary>
    public string[] BodyTypes { get; init; } = [Json];

    /// <summary>Largest body in bytes; a larger one gets 413.</summary>
    public int LargestBody { get; init; } = 1024 * 1024;

    /// <summary>What a success answers with; null for none or for a file.</summary>
    public Type? Answer { get; init; }

    public string[] AnswerTypes { get; init; } = [Json];

    /// <summary>The status of a success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The answer is one page of a list: <c>size</c> and <c>after</c> are taken from the query.</summary>
    public bool Paged { get; init; }

    /// <summary>Names of what an answer says once: the answer that is kept under an idempotency key lacks them.</summary>
    public string[] Once { get; init; } = [];

    /// <summary>Names of further query parameters.</summary>
    public string[] Query { get; init; } = [];
}
