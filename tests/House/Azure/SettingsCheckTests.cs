using Microsoft.Extensions.Configuration;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.House.Azure;

/// <summary>A start with wrong settings names all of them at once.</summary>
public sealed class SettingsCheckTests
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["App:BaseUrl"] = "https://sakip.kantor.example/",
        ["Links:ActiveKey"] = "k1",
        ["Links:Keys:k1"] = Convert.ToBase64String(new byte[32]),
        ["Audit:Key"] = Convert.ToBase64String(new byte[32]),
        ["Mail:Transport"] = "smtp",
        ["Mail:Host"] = "surel.kantor.example",
        ["Signing:Method"] = "Trial",
        ["TaskHubName"] = "sakipuji",
    };

    [Fact]
    public void Right_settings_are_taken() => Assert.Empty(SettingsCheck.Problems(With([])));

    [Fact]
    public void Without_any_setting_each_that_is_missing_is_named()
    {
        var problems = SettingsCheck.Problems(new ConfigurationBuilder().Build());
        string[] missing =
        [
            "Storage:tableServiceUri",
            "App:BaseUrl",
            "Links:ActiveKey",
            "Audit:Key",
            "Mail:Host",
            "Signing:Method",
            "TaskHubName",
            .. SettingsCheck.ScheduleNames,
        ];

        Assert.All(
            missing,
            name => Assert.Contains(problems, problem => problem.StartsWith(name, StringComparison.Ordinal))
        );
        Assert.Equal(missing.Length, problems.Count);
    }

    [Theory]
    [InlineData("Links:ActiveKey", "k2", "Links:ActiveKey menyebut 'k2'")]
    [InlineData("Links:Keys:k1", "cGVuZGVr", "Links:Keys:k1 bukan base64")]
    [InlineData("App:BaseUrl", "http://sakip.kantor.example/", "App:BaseUrl harus https")]
    [InlineData("Mail:Transport", "pos", "Mail:Transport 'pos' tidak dikenal")]
    [InlineData("Mail:Transport", "folder", "Mail:Folder wajib")]
    [InlineData("Mail:User", "sakip", "Mail:User dan Mail:Password")]
    [InlineData("Mail:Port", "70000", "Mail:Port '70000'")]
    [InlineData("Mail:Security", "polos", "Mail:Security 'polos'")]
    [InlineData("Whatsapp:Token", "t", "Whatsapp:Endpoint dan Whatsapp:Token")]
    [InlineData("Audit:Key", "", "Audit:Key belum diisi")]
    [InlineData("Audit:Key", "cGVuZGVr", "Audit:Key bukan base64")]
    [InlineData("Audit:FormerKeys:0", "cGVuZGVr", "Audit:FormerKeys:0 bukan base64")]
    [InlineData("Signing:Method", "Stempel", "Signing:Method 'Stempel'")]
    [InlineData("Signing:Method", "Certificate", "Signing:Certificate wajib")]
    [InlineData("TaskHubName", "sakip-uji", "TaskHubName 'sakip-uji'")]
    [InlineData("ReminderSchedule", "tiap pagi sekali", "ReminderSchedule 'tiap pagi sekali'")]
    [InlineData("Storage:tableServiceUri", "https://t.example/", "Storage:blobServiceUri bukan")]
    [InlineData(
        "Mail:Host",
        "@Microsoft.KeyVault(SecretUri=https://kv/secrets/x)",
        "Mail:Host: brankas tidak menjawab"
    )]
    public void One_that_is_wrong_or_contradicts_another_is_named_alone(string name, string value, string begins)
    {
        var problem = Assert.Single(SettingsCheck.Problems(With([(name, value)])));

        Assert.StartsWith(begins, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Access:TrustedHops", "0", "Access:TrustedHops")]
    [InlineData("Access:TrustedHops", "", "Access:TrustedHops")]
    [InlineData("Webhooks:AllowLoopback", "true", "Webhooks:AllowLoopback")]
    public void What_is_right_on_one_machine_alone_is_refused_in_Azure(string name, string value, string begins)
    {
        (string, string)[] azure = [("Access:TrustedHops", "1"), ("WEBSITE_INSTANCE_ID", "a1")];

        var refused = Assert.Throws<SettingsException>(With([.. azure, (name, value)]).RefuseWrongSettings);

        Assert.StartsWith(begins, Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Empty(SettingsCheck.Problems(With(azure)));
        Assert.Empty(SettingsCheck.Problems(With([(name, value)])));
    }

    [Fact]
    public void Everything_that_BSrE_lacks_is_named()
    {
        var problems = SettingsCheck.Problems(With([("Signing:Method", "Bsre")]));

        Assert.Equal(
            ["Signing:Bsre:BaseAddress", "Signing:Bsre:UserName", "Signing:Bsre:Password"],
            problems.Select(one => one.Split(' ')[0])
        );
    }

    [Fact]
    public void The_refusal_lists_every_reason_and_no_stack()
    {
        var configuration = With([("App:BaseUrl", "x"), ("Mail:Host", "")]);

        var failure = Assert.Throws<SettingsException>(configuration.RefuseWrongSettings);

        Assert.Equal(2, failure.Problems.Count);
        Assert.Equal(3, failure.ToString().Split('\n').Length);
    }

    private static IConfiguration With((string Name, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Right);
        foreach (var schedule in SettingsCheck.ScheduleNames)
            settings[schedule] = "0 0 0 * * *";
        foreach (var (name, value) in changes)
            settings[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }
}
