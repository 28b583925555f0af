using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Http;

public sealed partial class FormTests
{
    // Where a form says nothing, the renderer asks for the page's address, which nobody gives it in a Functions worker.
    [Fact]
    public void Every_form_says_where_it_goes()
    {
        var pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.razor", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .ToList();
        var forms = pages
            .SelectMany(file =>
                Form().Matches(File.ReadAllText(file)).Select(form => $"{Path.GetFileName(file)}: {form.Value}")
            )
            .ToList();

        Assert.True(forms.Count > 20, $"{forms.Count}");
        Assert.DoesNotContain(
            forms,
            form =>
                !form.Contains(" action=\"", StringComparison.Ordinal)
                || form.Contains(" action=\"\"", StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(@"<form\b[^>]*>")]
    private static partial Regex Form();
}
