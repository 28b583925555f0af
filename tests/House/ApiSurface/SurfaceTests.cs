using Microsoft.Azure.Functions.Worker;

namespace Sakip.Tests.House.ApiSurface;

public sealed class SurfaceTests
{
    private const string Faithful = """
        #nullable enable
        using System;
        using Microsoft.Extensions.Logging;

        namespace Microsoft.Azure.Functions.Worker
        {
            public class ScheduleStatus
            {
                public DateTime Last { get; set; }
                public DateTime Next { get; set; }
                public DateTime LastUpdated { get; set; }
            }

            public static class FunctionContextLoggerExtensions
            {
                public static ILogger<T> GetLogger<T>(this FunctionContext context) => throw new NotSupportedException();
                public static ILogger GetLogger(this FunctionContext context, string categoryName) =>
                    throw new NotSupportedException();
            }
        }
        """;

    [Fact]
    public void The_embedded_runtime_declares_nothing_that_the_real_packages_do_not_have()
    {
        var differences = Surface.Differences(typeof(FunctionAttribute).Assembly, Listing.Real);

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void A_faithful_copy_of_a_type_passes() => Assert.Empty(DifferencesOf(Faithful));

    [Fact]
    public void A_renamed_member_is_found() => Assert.Contains(
        DifferencesOf(Faithful.Replace("DateTime Next", "DateTime Following", StringComparison.Ordinal)),
        difference => difference.StartsWith("member not listed: ", StringComparison.Ordinal)
            && difference.Contains("System.DateTime Following", StringComparison.Ordinal));

    [Fact]
    public void A_changed_parameter_is_found() => Assert.Contains(
        DifferencesOf(Faithful.Replace("string categoryName", "string? category", StringComparison.Ordinal)),
        difference => difference.StartsWith("member not listed: ", StringComparison.Ordinal)
            && difference.Contains("string? category", StringComparison.Ordinal));

    [Fact]
    public void A_missing_overload_is_found() =>
        Assert.Contains(
            DifferencesOf(
                Faithful.Replace("public static ILogger<T>", "private static ILogger<T>", StringComparison.Ordinal)),
            difference =>
                difference.StartsWith("overload missing: ", StringComparison.Ordinal)
                && difference.Contains("GetLogger<T>", StringComparison.Ordinal));

    [Fact]
    public void A_type_of_another_shape_is_found() =>
        Assert.Contains(
            DifferencesOf(
                Faithful.Replace("class ScheduleStatus", "sealed class ScheduleStatus", StringComparison.Ordinal)),
            difference => difference.StartsWith("type not listed: public sealed class", StringComparison.Ordinal));

    private static IReadOnlyList<string> DifferencesOf(string source) =>
        Surface.Differences(Assemblies.Compile(source), Listing.Real);
}
