namespace Sakip.Calendar;

/// <param name="Scope">National, joint leave, or the province whose day it is.</param>
/// <param name="Source">Decree or circular that sets it.</param>
/// <param name="Assumed">True where no source confirms the date.</param>
internal sealed record Holiday(DateOnly Date, string Name, string Scope, string Source, bool Assumed = false);
