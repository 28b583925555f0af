using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sakip.Functions.Web;

/// <summary>
/// Renders a Razor component to a string inside the function: a result executes after the middleware, where an exception
/// would be an empty 500.
/// </summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<IResult> RenderAsync<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : View
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(View.Given)] = model }
            );
            var root = await renderer.RenderComponentAsync<TPage>(parameters);
            return root.ToHtmlString();
        });
        return Results.Content("<!DOCTYPE html>\n" + html, "text/html; charset=utf-8", statusCode: status);
    }
}
