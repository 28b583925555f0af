using Microsoft.Extensions.DependencyInjection;

namespace Sakip.Functions.Hosting;

internal static class CheckedOptions
{
    /// <summary>Options of a section that hold what their annotations ask, or the app does not start.</summary>
    public static void AddChecked<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
