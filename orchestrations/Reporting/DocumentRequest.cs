namespace Sakip.Reporting;

/// <summary>What can be asked for at any time of the year. A report is a draft (KONSEP) until it is published.</summary>
public enum DocumentKind
{
    AnnualReport,
    Agreement,
    QuarterlyReport,
}

/// <param name="DataHash">Hash of what the document is made from: the same data gives the same document.</param>
public sealed record DocumentRequest(DocumentKind Kind, string Unit, int Year, string DataHash);

/// <param name="Hash">Hash of the document in the vault.</param>
public sealed record GeneratedDocument(string Hash);
