namespace Sakip.Storage;

internal enum OfficeYearState
{
    /// <summary>The cycle goes on, from the agreement to the published report.</summary>
    Running,

    /// <summary>The report is published, and nothing runs.</summary>
    Closed,

    /// <summary>The next version of the published report is made; nothing else of the cycle runs.</summary>
    Correcting,
}
