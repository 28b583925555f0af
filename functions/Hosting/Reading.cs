using Microsoft.AspNetCore.Http;
using Sakip.Kernel;

namespace Sakip.Functions.Hosting;

/// <summary>Begins the reading of a file that came with a request; it ends with the request or with its sender.</summary>
internal static class Reading
{
    /// <exception cref="FileReadingBusyException">Becomes 503 with Retry-After.</exception>
    public static FileReading Begin(HttpRequest request, CancellationToken cancellation)
    {
        return FileReading.Begin(cancellation, request.HttpContext.RequestAborted);
    }
}
