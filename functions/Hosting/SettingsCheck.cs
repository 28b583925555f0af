using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Sakip.Approvals;
using Sakip.Audit;
using Sakip.Functions.Notifications;
using Sakip.Notifications;

namespace Sakip.Functions.Hosting;

/// <summary>Looks at all settings before anything is built, so that whoever starts the app mends them in one go.</summary>
internal static partial class SettingsCheck
{
    private const string Unanswered = "@Microsoft.KeyVault(";

    /// <summary>The settings that timer functions take their schedule from.</summary>
    public static IReadOnlyList<string> ScheduleNames { get; } =
    [
        .. from method in typeof(SettingsCheck).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        from parameter in method.GetParameters()
        let schedule = parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule
        where schedule is ['%', .., '%']
        orderby schedule
        select schedule[1..^1],
    ];

    /// <summary>Every setting that is missing, malformed or contradicts another, one sentence each.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration)
    {
        var problems = new List<string>();
        Vault(configuration, problems);
        Storage(configuration, problems);
        Address(configuration, problems);
        Links(configuration.GetSection(LinkOptions.Section), problems);
        Audit(configuration.GetSection(AuditOptions.Section), problems);
        Mail(configuration.GetSection(MailRouteOptions.Section), problems);
        Whatsapp(configuration.GetSection("Whatsapp"), problems);
        Signing(configuration.GetSection("Signing"), problems);
        Webhooks(configuration, problems);
        Proxies(configuration, problems);
        Schedules(configuration, problems);
        Hub(configuration, problems);
        return problems;
    }

    /// <exception cref="SettingsException">Names everything that is wrong.</exception>
    public static void RefuseWrongSettings(this IConfiguration configuration)
    {
        var problems = Problems(configuration);
        if (problems.Count > 0)
            throw new SettingsException(problems);
    }

    // A reference that Azure could not answer arrives as its own text; taken for a password, it would fail far from its cause.
    private static void Vault(IConfiguration configuration, List<string> problems) =>
        problems.AddRange(
            configuration
                .AsEnumerable()
                .Where(setting => setting.Value?.StartsWith(Unanswered, StringComparison.Ordinal) == true)
                .Select(setting => setting.Key)
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    $"{name}: brankas tidak menjawab rujukannya (rahasianya tidak ada, atau aplikasi tidak berhak)."
                )
        );

    private static void Storage(IConfiguration configuration, List<string> problems)
    {
        var section = configuration.GetSection("Storage");
        if (!section.Exists())
        {
            if (string.IsNullOrWhiteSpace(configuration["AzureWebJobsStorage"]))
            {
                problems.Add(
                    "Storage:tableServiceUri dan Storage:blobServiceUri, atau AzureWebJobsStorage, belum diisi."
                );
            }

            return;
        }

        foreach (var name in (string[])["tableServiceUri", "blobServiceUri"])
        {
            if (!Uri.TryCreate(section[name], UriKind.Absolute, out _))
                problems.Add($"Storage:{name} bukan alamat layanan penyimpanan.");
        }
    }

    private static void Address(IConfiguration configuration, List<string> problems)
    {
        var address = configuration["App:BaseUrl"];
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            problems.Add("App:BaseUrl bukan alamat http atau https.");
        else if (uri.Scheme == "http" && !uri.IsLoopback)
            problems.Add("App:BaseUrl harus https: tautan membawa bukti siapa pemegangnya.");
    }

    private static void Links(IConfigurationSection section, List<string> problems)
    {
        const int SmallestKey = 32;
        var keys = section.GetSection("Keys").GetChildren().ToDictionary(key => key.Key, key => key.Value ?? "");
        var active = section["ActiveKey"];
        if (string.IsNullOrEmpty(active))
            problems.Add("Links:ActiveKey belum diisi.");
        else if (!keys.ContainsKey(active))
            problems.Add($"Links:ActiveKey menyebut '{active}', yang tidak ada di Links:Keys.");
        foreach (var (id, key) in keys.Where(key => !key.Value.StartsWith(Unanswered, StringComparison.Ordinal)))
        {
            var buffer = new byte[key.Length];
            if (!Convert.TryFromBase64String(key, buffer, out var length) || length < SmallestKey)
                problems.Add($"Links:Keys:{id} bukan base64 dari sedikitnya {SmallestKey} byte.");
            if (!KeyName().IsMatch(id))
                problems.Add($"Links:Keys:{id}: nama kunci hanya huruf, angka dan tanda hubung.");
        }
    }

    // Without the key nobody could tell later what the app wrote from what somebody else wrote into its tables.
    private static void Audit(IConfigurationSection section, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(section["Key"]))
            problems.Add("Audit:Key belum diisi.");
        var keys = section.GetSection("FormerKeys").GetChildren().Prepend(section.GetSection("Key"));
        problems.AddRange(
            from key in keys
            let text = key.Value
            where
                !string.IsNullOrWhiteSpace(text)
                && !text.StartsWith(Unanswered, StringComparison.Ordinal)
                && !AuditOptions.IsKey(text)
            select $"{key.Path} bukan base64 dari sedikitnya {AuditOptions.SmallestKey} byte."
        );
    }

    private static void Mail(IConfigurationSection section, List<string> problems)
    {
        if (
            !Enum.TryParse<MailRoute>(section["Transport"] ?? nameof(MailRoute.Smtp), ignoreCase: true, out var route)
            || !Enum.IsDefined(route)
        )
        {
            problems.Add($"Mail:Transport '{section["Transport"]}' tidak dikenal: pakai Smtp atau Folder.");
            return;
        }

        if (route == MailRoute.Folder)
        {
            if (string.IsNullOrWhiteSpace(section["Folder"]))
                problems.Add("Mail:Folder wajib bila Mail:Transport adalah Folder.");
            return;
        }

        if (string.IsNullOrWhiteSpace(section["Host"]))
            problems.Add("Mail:Host wajib bila Mail:Transport adalah Smtp.");
        if (
            section["Port"] is { } port
            && (
                !int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > 65535
            )
        )
        {
            problems.Add($"Mail:Port '{port}' bukan nomor port.");
        }

        if (string.IsNullOrEmpty(section["User"]) != string.IsNullOrEmpty(section["Password"]))
            problems.Add("Mail:User dan Mail:Password harus diisi keduanya atau dikosongkan keduanya.");
        OneOf<SmtpSecurity>(section, "Mail:Security", "Security", problems);
    }

    private static void Whatsapp(IConfigurationSection section, List<string> problems)
    {
        if (string.IsNullOrEmpty(section["Endpoint"]) != string.IsNullOrEmpty(section["Token"]))
            problems.Add("Whatsapp:Endpoint dan Whatsapp:Token harus diisi keduanya atau dikosongkan keduanya.");
    }

    // In Azure every request comes from the front end: without the hop all of the internet would be one address.
    private static void Proxies(IConfiguration configuration, List<string> problems)
    {
        if (string.IsNullOrEmpty(configuration["WEBSITE_INSTANCE_ID"]))
            return;
        if (!int.TryParse(configuration["Access:TrustedHops"], out var hops) || hops < 1)
        {
            problems.Add(
                "Access:TrustedHops harus sedikitnya 1 di Azure: tanpa itu semua orang dihitung sebagai satu alamat."
            );
        }
    }

    // On the machine of a host in Azure a loopback address is the host's own.
    private static void Webhooks(IConfiguration configuration, List<string> problems)
    {
        if (
            bool.TryParse(configuration["Webhooks:AllowLoopback"], out var isAllowed)
            && isAllowed
            && !string.IsNullOrEmpty(configuration["WEBSITE_INSTANCE_ID"])
        )
        {
            problems.Add("Webhooks:AllowLoopback hanya untuk percobaan di komputer sendiri, tidak di Azure.");
        }
    }

    private static void Signing(IConfigurationSection section, List<string> problems)
    {
        void Need(string name, string when)
        {
            if (string.IsNullOrWhiteSpace(section[name]))
                problems.Add($"Signing:{name} wajib bila Signing:Method adalah {when}.");
        }

        switch (section["Method"])
        {
            case "Trial":
                break;
            case "Certificate":
                Need("Certificate", "Certificate");
                var given = section["Certificate"] ?? "";
                if (
                    given.Length > 0
                    && !Convert.TryFromBase64String(given, new byte[given.Length], out _)
                    && !given.StartsWith(Unanswered, StringComparison.Ordinal)
                )
                {
                    problems.Add("Signing:Certificate bukan PKCS#12 dalam base64.");
                }

                break;
            case "Bsre":
                Need("Bsre:BaseAddress", "Bsre");
                Need("Bsre:UserName", "Bsre");
                Need("Bsre:Password", "Bsre");
                break;
            case null or "":
                problems.Add("Signing:Method belum diisi: Bsre atau Certificate, atau Trial untuk gladi.");
                break;
            case var other:
                problems.Add($"Signing:Method '{other}' tidak dikenal: pakai Bsre, Certificate atau Trial.");
                break;
        }
    }

    // The host disables a timer whose setting is missing or malformed, and says no more than that.
    private static void Schedules(IConfiguration configuration, List<string> problems)
    {
        foreach (var name in ScheduleNames)
        {
            var schedule = configuration[name];
            if (string.IsNullOrWhiteSpace(schedule))
            {
                problems.Add($"{name} belum diisi.");
            }
            else if (
                !TimeSpan.TryParse(schedule, CultureInfo.InvariantCulture, out _)
                && schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is not (5 or 6)
            )
            {
                problems.Add($"{name} '{schedule}' bukan ekspresi cron dengan lima atau enam bagian.");
            }
        }
    }

    private static void Hub(IConfiguration configuration, List<string> problems)
    {
        var hub = configuration["TaskHubName"];
        if (string.IsNullOrWhiteSpace(hub))
            problems.Add("TaskHubName belum diisi: nama hub dari aplikasi dan lingkungannya.");
        else if (!HubName().IsMatch(hub))
            problems.Add($"TaskHubName '{hub}': 3 sampai 45 huruf dan angka, diawali huruf.");
    }

    private static void OneOf<T>(IConfigurationSection section, string shown, string name, List<string> problems)
        where T : struct, Enum
    {
        if (
            section[name] is { } given
            && (!Enum.TryParse<T>(given, ignoreCase: true, out var value) || !Enum.IsDefined(value))
        )
        {
            problems.Add($"{shown} '{given}' tidak dikenal: pakai {string.Join(" atau ", Enum.GetNames<T>())}.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyName();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,44}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HubName();
}

/// <summary>The app is not started: settings are missing or wrong.</summary>
// Made only here, from its list: the usual constructors would lose it.
#pragma warning disable CA1032
internal sealed class SettingsException(IReadOnlyList<string> problems)
#pragma warning restore CA1032
    : Exception("Setelan aplikasi perlu diperbaiki:" + string.Concat(problems.Select(problem => "\n  - " + problem)))
{
    public IReadOnlyList<string> Problems { get; } = problems;

    /// <summary>The message alone: whoever starts the app reads what to change.</summary>
    public override string ToString() => Message;
}
