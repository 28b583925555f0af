using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Functions.Access;

/// <summary>Wires sign-in and access: section "Access".</summary>
internal static class AccessSetup
{
    public static void AddAccess(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<AccessOptions>()
            .BindConfiguration(AccessOptions.Section)
            .Validate(
                options => options.Administrators.All(Identity.IsAddress),
                "Access:Administrators holds something that is no mail address."
            )
            .Validate(options => options.TrustedHops is >= 0 and <= 5, "Access:TrustedHops is between 0 and 5.")
            .Validate(
                options =>
                    options.OfficeKeys.All(key =>
                        key is { Unit.Length: > 0, Sha256.Length: 64 } && key.Sha256.All(char.IsAsciiHexDigit)
                    ),
                "Access:OfficeKeys names for each key an office (Unit) and the key's SHA-256 in 64 hexadecimal digits."
            )
            .ValidateOnStart();
        services.AddSingleton<ApiKeys>().AddSingleton<SiteCookies>().AddSingleton<SignInLimits>();
        services.AddSingleton<RateLimits>().AddSingleton<People>().AddSingleton<SignInCodes>();
        services.AddSingleton(provider => new Sessions(
            provider.GetRequiredService<OfficeStorage>(),
            provider.GetRequiredService<LinkTokens>(),
            TimeProvider.System,
            provider.GetRequiredService<IOptions<AccessOptions>>()
        ));
        services.AddSingleton<SignInPost>().AddHostedService(provider => provider.GetRequiredService<SignInPost>());
        services.AddSingleton<SignInLetters>().AddSingleton<ClientAddress>().AddSingleton<DirectoryPrincipal>();
        services
            .AddSingleton<Navigation>()
            .AddSingleton<Callers>()
            .AddSingleton<AllowedFunctions>()
            .AddSingleton<CurrentPage>();
    }
}
