using Sakip.Kernel;

namespace Sakip.Audit;

/// <summary>Nothing is put on a chain whose end is not what it should be: that would hide what was done to it.</summary>
// Made only here, from what is wrong: the usual constructors would lose it.
#pragma warning disable CA1032
internal sealed class AuditRefusedException(OfficeYear office, long sequence, AuditFlaw flaw)
#pragma warning restore CA1032
    : Exception(
        FormattableString.Invariant(
            $"The audit chain of {office.Unit} {office.Year} is not continued: {flaw} at entry {sequence}. Run audit verify."
        )
    )
{
    public AuditFlaw Flaw { get; } = flaw;

    public long Sequence { get; } = sequence;
}
