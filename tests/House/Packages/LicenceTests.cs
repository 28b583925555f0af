namespace Sakip.Tests.House.Packages;

/// <summary>Every package that is locked may be used: judged from the lock files and the package cache, offline.</summary>
public sealed class LicenceTests
{
    private static readonly HashSet<string> Allowed =
    [
        "MIT",
        "MIT-0",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "0BSD",
        "Unlicense",
        "MS-PL",
        "CC0-1.0",
        "BlueOak-1.0.0",
        "Python-2.0",
        "WTFPL",
        "Zlib",
        "PostgreSQL",
        // Microsoft's terms for its libraries: they may be used, and given on in object form with a program.
        NetLibrary,
    ];

    private const string NetLibrary = "Microsoft .NET Library";

    /// <summary>Packages that carry their licence as a file or an address; who reads it writes down what it is.</summary>
    private static readonly Dictionary<string, string> Read = new()
    {
        // Put into the public domain by its author, as the address says.
        ["uri-templates"] = "CC0-1.0",
        ["Apache.Arrow"] = "Apache-2.0",
        ["Microsoft.Win32.SystemEvents"] = "MIT",
        ["System.Drawing.Common"] = "MIT",
        ["System.Security.Cryptography.ProtectedData"] = "MIT",
        ["Microsoft.AspNet.WebApi.Client"] = NetLibrary,
        ["Microsoft.Extensions.DependencyModel"] = "MIT",
        ["Newtonsoft.Json.Bson"] = "MIT",
        ["Sylvan.Data.Csv"] = "MIT",
        ["System.Reactive.Compatibility"] = "MIT",
        ["WindowsAzure.Storage"] = "Apache-2.0",
    };

    /// <summary>Addresses that many packages of the host's extensions give for their licence, and what stands there.</summary>
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://go.microsoft.com/fwlink/?LinkId=329770"] = NetLibrary,
        ["https://go.microsoft.com/fwlink/?linkid=2028464"] = NetLibrary,
        ["http://www.apache.org/licenses/LICENSE-2.0"] = "Apache-2.0",
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["https://raw.githubusercontent.com/aspnet/AspNetCore/2.0.0/LICENSE.txt"] = "Apache-2.0",
        ["https://raw.githubusercontent.com/aspnet/Home/2.0.0/LICENSE.txt"] = "Apache-2.0",
    };

    [Fact]
    public void Every_package_has_a_licence_that_the_project_may_use()
    {
        var packages = LockedPackages.All;

        Assert.True(packages.Count > 150, $"{packages.Count}");
        var doubtful = packages
            .Where(one => !IsAllowed(one.Name, one.Licence))
            .Select(one => $"{one.Name} {one.Version}: {one.Licence ?? "no licence"}");
        Assert.Equal("", string.Join('\n', doubtful));
    }

    [Fact]
    public void Every_package_is_locked_with_its_hash() =>
        Assert.Equal(
            "",
            string.Join('\n', LockedPackages.All.Where(one => !one.IsHashed).Select(one => $"{one.Name} {one.Version}"))
        );

    [Fact]
    public void The_packages_of_the_host_s_extensions_are_judged_too() =>
        Assert.Contains(
            LockedPackages.All,
            one => (one.Name, one.Version) == ("Microsoft.Azure.WebJobs.Extensions.DurableTask", "3.18.0")
        );

    private static bool IsAllowed(string name, string? licence)
    {
        if (Read.TryGetValue(name, out var read))
            return Allowed.Contains(read);
        if (licence is null)
            return false;
        if (Addresses.TryGetValue(licence, out var standing))
            return Allowed.Contains(standing);
        var words = licence.Trim('(', ')').Split([" OR ", " AND "], StringSplitOptions.TrimEntries);
        return licence.Contains(" AND ", StringComparison.Ordinal)
            ? words.All(Allowed.Contains)
            : words.Any(Allowed.Contains);
    }
}
