namespace Sakip.Host.Http;

/// <summary>The app's function key and master key: from the settings <c>AzureWebJobsFunctionKey</c> and
/// <c>AzureWebJobsMasterKey</c>, else made once and kept in <c>keys.json</c> in the data folder.</summary>
internal sealed class FunctionKeys
{
    private readonly byte[] function;
    private readonly byte[] master;

    public FunctionKeys(IConfiguration configuration, DataFolder data)
    {
        var kept = new Lazy<Kept>(() => Keep(data.Path("keys.json")));
        function = Encoding.UTF8.GetBytes(configuration["AzureWebJobsFunctionKey"] ?? kept.Value.Function);
        master = Encoding.UTF8.GetBytes(configuration["AzureWebJobsMasterKey"] ?? kept.Value.Master);
    }

    public bool Allows(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous) return true;
        var given = Encoding.UTF8.GetBytes(
            request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? "");
        return CryptographicOperations.FixedTimeEquals(given, master)
            || (level is AuthorizationLevel.Function or AuthorizationLevel.User
                && CryptographicOperations.FixedTimeEquals(given, function));
    }

    private static Kept Keep(string path)
    {
        if (File.Exists(path)) return JsonSerializer.Deserialize<Kept>(File.ReadAllText(path))!;
        var made = new Kept(Random(), Random());
        File.WriteAllText(path, JsonSerializer.Serialize(made));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Console.WriteLine($"Kunci fungsi disimpan di {path}");
        return made;
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private sealed record Kept(string Function, string Master);
}
