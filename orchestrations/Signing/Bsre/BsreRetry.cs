namespace Sakip.Signing;

/// <summary>When a call to the service may be repeated.</summary>
internal enum BsreRetry
{
    /// <summary>The call changes nothing: again after any fault of the network or the service.</summary>
    Reading,

    /// <summary>
    /// The call spends a passphrase attempt or a one-time code: again only when no connection came about, so that the
    /// service cannot have seen it.
    /// </summary>
    Signing,
}
