namespace Sakip.Consistency;

/// <summary>A rule on a printed report. It reports only what it can show, with both values.</summary>
internal interface IPrintedRule
{
    IEnumerable<Contradiction> Check(PrintedFacts facts);
}
