using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Web;
using Sakip.Storage;

namespace Sakip.Tests.House.Http;

/// <summary>
/// Alerts, settings (<c>AzureWebJobs.….Disabled</c>) and stored histories know functions by name. A name that changes here
/// changes there as well; a new function is added to the list.
/// </summary>
public sealed class FunctionNameTests
{
    private const string List = "tests/House/Http/function-names.txt";

    [Fact]
    public async Task Functions_bear_the_names_that_are_listed()
    {
        var listed = await File.ReadAllLinesAsync(
            Path.Combine(Repository.Root, List),
            TestContext.Current.CancellationToken
        );

        var found =
            from assembly in new[] { typeof(Answers).Assembly, typeof(OfficeStorage).Assembly }
            from type in assembly.GetTypes()
            from method in type.GetMethods()
            from function in method.GetCustomAttributes(typeof(FunctionAttribute), inherit: false)
            select ((FunctionAttribute)function).Name;

        Assert.Equal(listed, found.Order(StringComparer.Ordinal));
    }
}
