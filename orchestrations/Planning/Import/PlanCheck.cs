namespace Sakip.Planning;

/// <summary>What a capability above the plan demands of it: its figures, its rules. Looked at after the plan's own rules.</summary>
internal delegate void PlanCheck(OfficePlan plan, Faults faults);
