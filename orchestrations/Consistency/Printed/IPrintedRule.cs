namespace Sakip.Consistency;

/// <summary>A rule on a printed report. It reports only what it can show, with both values.</summary>
internal interface IPrintedRule
{
    IEnumerable<Contradiction> Check(PrintedFacts facts);
}

/// <summary>A rule on what people write: it also reads the texts of a report whose tables the app computes itself.</summary>
internal interface ITextRule : IPrintedRule;
