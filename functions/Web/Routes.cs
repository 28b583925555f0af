namespace Sakip.Functions.Web;

/// <summary>What the addresses of many functions begin with.</summary>
internal static class Routes
{
    /// <summary>The pages of one office and year.</summary>
    public const string Office = "kantor/{unit}/{year:int}";

    /// <summary>The API of one office and year.</summary>
    public const string ApiOffice = "api/offices/{unit}/{year:int}";

    /// <summary>The page behind a link that was sent.</summary>
    public const string Link = "tautan/{token:length(40,2048)}";
}
