using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Primitives;
using Sakip.Kernel;

namespace Sakip.Functions.Web;

/// <summary>The door for text of forms and addresses: whoever reads a field, a file's name or a query value has it clean.</summary>
internal sealed class CleanForms : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            var query = http.Request.Query;
            if (query.Any(one => CleanForm.Of(one.Value) != one.Value))
            {
                http.Request.Query = new QueryCollection(
                    query.ToDictionary(one => one.Key, one => CleanForm.Of(one.Value))
                );
            }
            if (http.Request.HasFormContentType)
                CleanForm.Put(http.Request, new FormOptions());
        }

        return next(context);
    }
}

/// <summary>A request's form with its texts cleaned.</summary>
internal sealed class CleanForm(HttpRequest request, FormOptions options) : IFormFeature
{
    public const string PassphraseField = "sandi";

    private readonly FormFeature _given = new(request, options);

    public bool HasFormContentType => _given.HasFormContentType;

    public IFormCollection? Form { get; set; }

    public static void Put(HttpRequest request, FormOptions options) =>
        request.HttpContext.Features.Set<IFormFeature>(new CleanForm(request, options));

    /// <summary>Reads the form under limits of its own.</summary>
    public static Task<IFormCollection> ReadAsync(
        HttpRequest request,
        FormOptions options,
        CancellationToken cancellation
    )
    {
        Put(request, options);
        return request.ReadFormAsync(cancellation);
    }

    public static StringValues Of(StringValues values)
    {
        if (values.All(value => value is null || ReferenceEquals(CleanText.Of(value), value)))
            return values;
        return new StringValues([.. values.Select(value => value is null ? null : CleanText.Of(value))]);
    }

    // A passphrase is what was typed, be it with a space at its end.
    private static StringValues Tidy(string name, StringValues values) =>
        name == PassphraseField
            ? values
            : new StringValues([.. values.Select(value => value is null ? null : TidyText.Block(value))]);

    public IFormCollection ReadForm() => Form ??= Clean(_given.ReadForm());

    /// <exception cref="BadHttpRequestException">The body is no form: our page of 400, whatever it was that was wrong.</exception>
    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (Form is { } known)
            return known;
        try
        {
            return Form = Clean(await _given.ReadFormAsync(cancellationToken));
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, failure);
        }
    }

    private static FormCollection Clean(IFormCollection given)
    {
        var files = new FormFileCollection();
        files.AddRange(given.Files.Select(file => new NamedFile(file)));
        return new FormCollection(
            given.ToDictionary(one => CleanText.Of(one.Key), one => Tidy(one.Key, Of(one.Value))),
            files
        );
    }

    private sealed class NamedFile(IFormFile file) : IFormFile
    {
        public string ContentType => file.ContentType;

        public string ContentDisposition => file.ContentDisposition;

        public IHeaderDictionary Headers => file.Headers;

        public long Length => file.Length;

        public string Name => file.Name;

        public string FileName => CleanText.Of(file.FileName);

        public Stream OpenReadStream() => file.OpenReadStream();

        public void CopyTo(Stream target) => file.CopyTo(target);

        public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) =>
            file.CopyToAsync(target, cancellationToken);
    }
}
