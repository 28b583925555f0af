using System.Globalization;
using Microsoft.DurableTask;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>
/// Pages of instances. The token is the number of the last one, so that pages stay right while instances come and go.
/// </summary>
internal static class Paging
{
    public static Page<T> Page<T>(
        ReaderPool readers, InstanceFilter filter, string? token, int size, Func<InstanceRow, T> describe)
        where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var after = token is null ? 0 : long.Parse(token, CultureInfo.InvariantCulture);
        var rows = readers.Read(reader => reader.Instances(filter, after, size));
        var next = rows.Count == size ? rows[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return new Page<T>([.. rows.Select(describe)], next);
    }
}
