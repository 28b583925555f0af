using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>A subject that belongs to one quarter.</summary>
internal abstract record QuarterlySubject(OfficeYear Office, Quarter Quarter) : Subject(Office);
