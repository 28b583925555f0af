using Microsoft.AspNetCore.Http;

namespace Sakip.Functions.Web.Api;

/// <summary>A request that cannot be taken: answered with 400, and the message is for whoever sent it.</summary>
// Made only here, with its message: the usual constructors would say nothing.
#pragma warning disable CA1032
internal sealed class BadInputException(string message) : BadHttpRequestException(message)
#pragma warning restore CA1032
{ }
