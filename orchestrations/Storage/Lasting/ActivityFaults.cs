using System.Net.Sockets;
using System.Text.Json;
using Azure;

namespace Sakip.Storage;

/// <summary>What an activity throws, as it goes into the history of its instance.</summary>
internal static class ActivityFaults
{
    private const int LongestMessage = 300;

    public static LeanException Lean(Exception failure)
    {
        return failure switch
        {
            LeanException lean => lean,
            AggregateException { InnerException: { } inner } => Lean(inner),
            RequestFailedException refused => Of(refused),
            _ when IsAway(failure) => new StorageAwayException(Said(failure)),
            JsonException or InvalidDataException or FormatException => new MalformedContentException(Said(failure)),
            _ => new UnforeseenException(Said(failure)),
        };
    }

    /// <summary>Whether storage did not answer, or said that it cannot just now.</summary>
    public static bool IsAway(Exception failure) =>
        failure switch
        {
            StorageAwayException => true,
            AggregateException { InnerException: { } inner } => IsAway(inner),
            RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
            FileNotFoundException or DirectoryNotFoundException => false,
            OperationCanceledException or TimeoutException or HttpRequestException or SocketException or IOException =>
                true,
            // By its name: the library of identities is the app's, not ours.
            _ => failure.GetType().Name is "AuthenticationFailedException" or "CredentialUnavailableException",
        };

    private static LeanException Of(RequestFailedException refused) =>
        refused.Status switch
        {
            _ when IsAway(refused) => new StorageAwayException(Said(refused)),
            401 or 403 => new StorageRefusedException(Said(refused)),
            404 when refused.ErrorCode is "TableNotFound" or "ContainerNotFound" => new StorageRefusedException(
                Said(refused)
            ),
            404 => new MalformedContentException(Said(refused)),
            // Another writer was first, or the call was wrong: another try shows which.
            _ => new UnforeseenException(Said(refused)),
        };

    // An answer of storage goes on with its headers and body, which nobody needs here.
    private static string Said(Exception failure)
    {
        var said = failure is RequestFailedException refused
            ? $"{refused.Status} {refused.ErrorCode} {FirstLine(failure.Message)}"
            : $"{failure.GetType().Name}: {FirstLine(failure.Message)}";
        return said.Length <= LongestMessage ? said : said[..LongestMessage];
    }

    private static string FirstLine(string text) => text.Split('\r', '\n')[0];
}
