namespace Sakip.Tests.House.Azure;

/// <summary>fill-vault.sh against a stand-in for the Azure CLI that keeps secrets as files in a folder.</summary>
public sealed class VaultScriptTests : IDisposable
{
    private const string AzureCli = """
        #!/bin/sh
        case "$3" in
          list) [ -z "$VAULT_CLOSED" ] && ls "$VAULT" ;;
          set) echo "$*" >> "$VAULT.arguments"; cat > "$VAULT/$7" ;;
        esac
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sakip-vault-");

    public VaultScriptTests()
    {
        var stand = Path.Combine(_folder.FullName, "az");
        File.WriteAllText(stand, AzureCli);
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(stand, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(Vault);
    }

    private string Vault => Path.Combine(_folder.FullName, "vault");

    [Fact]
    public async Task A_link_key_is_made_and_a_password_is_taken_from_its_variable()
    {
        var result = await RunAsync("link-key-k1 mail-password", ("MAIL_PASSWORD", "rahasia uji"));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(32, Convert.FromBase64String(Secret("link-key-k1")).Length);
        Assert.Equal("rahasia uji", Secret("mail-password"));
        var seen = await File.ReadAllTextAsync(Vault + ".arguments", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("rahasia", seen + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_vault_is_never_replaced()
    {
        File.WriteAllText(Path.Combine(Vault, "link-key-k1"), "the key of links already sent");

        var result = await RunAsync("link-key-k1");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("the key of links already sent", Secret("link-key-k1"));
    }

    [Fact]
    public async Task Without_anybody_to_ask_what_is_missing_is_named_and_the_deployment_stops()
    {
        var result = await RunAsync("link-key-k1 mail-password signing-certificate");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "missing in kv-uji: mail-password signing-certificate ",
            result.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_vault_that_cannot_be_read_is_not_written()
    {
        var result = await RunAsync("link-key-k1", ("VAULT_CLOSED", "yes"), ("VAULT_TRIES", "2"), ("VAULT_PAUSE", "0"));

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(Vault));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Secret(string name) => File.ReadAllText(Path.Combine(Vault, name));

    private Task<CommandResult> RunAsync(string entries, params (string, string)[] environment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the script is for a POSIX shell");
        return Command.RunAsync(
            "sh",
            [Path.Combine(Repository.InfraAzure, "fill-vault.sh")],
            _folder.FullName,
            [
                ("PATH", $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}"),
                ("VAULT", Vault),
                ("VAULT_CLOSED", ""),
                ("VAULT_NAME", "kv-uji"),
                ("VAULT_ENTRIES", entries),
                .. environment,
            ]
        );
    }
}
