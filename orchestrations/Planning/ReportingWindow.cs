using Sakip.Kernel;

namespace Sakip.Planning;

/// <param name="Opens">Day on which sub-units get their links.</param>
/// <param name="Due">Day on which reports are due.</param>
/// <param name="Closes">Day on which the window closes.</param>
/// <param name="VerificationDue">Last day of verification.</param>
internal sealed record ReportingWindow(
    Quarter Quarter,
    DateOnly Opens,
    DateOnly Due,
    DateOnly Closes,
    DateOnly VerificationDue
);
