using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>What can be asked for at any time of the year. It is a draft (KONSEP) until it is signed or published.</summary>
internal enum DocumentKind
{
    AnnualReport,
    Agreement,
    QuarterlyReport,

    /// <summary>The tables of the year's evaluation without the report around them.</summary>
    EvaluationTables,

    /// <summary>The action plan with the progress so far.</summary>
    ActionPlan,
}

/// <summary>What somebody asks for.</summary>
/// <param name="Quarter">1 to 4; the last locked one where it is not said.</param>
/// <param name="Revision">Of the agreement; the last where it is not said.</param>
internal sealed record DocumentWish(
    DocumentKind Kind,
    FileFormat Format = FileFormat.Pdf,
    int? Quarter = null,
    int? Revision = null
);

/// <param name="DataHash">Hash of what the document is made from: the same data gives the same document.</param>
/// <param name="At">When it was asked for first; the document's dates follow from it.</param>
internal sealed record DocumentRequest(
    DocumentKind Kind,
    string Unit,
    int Year,
    string DataHash,
    FileFormat Format = FileFormat.Pdf,
    int? Quarter = null,
    int? Revision = null,
    DateTimeOffset? At = null
)
{
    internal OfficeYear Office => new(Unit, Year);
}

/// <param name="Hash">Hash of the document in the vault.</param>
internal sealed record GeneratedDocument(string Hash);

/// <summary>A document that was made on request.</summary>
internal sealed record MadeDocument(string Hash, FileFormat Format, string Name, DateTimeOffset At);
