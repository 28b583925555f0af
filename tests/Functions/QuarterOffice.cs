using System.Net.Http.Headers;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>Tests that share one such office; each keeps to sub-units of its own.</summary>
[CollectionDefinition(Name)]
public sealed class QuarterOffices : ICollectionFixture<QuarterOffice>
{
    public const string Name = "An office whose first quarter has just opened";
}

/// <summary>A running office whose first quarter has just opened.</summary>
public sealed class QuarterOffice : IAsyncLifetime
{
    internal RunningOffice Running { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Running.InitializeAsync();
        await Running.StartYearAsync();
        await Running.SignAgreementAsync();
        await Running.MoveToAsync(new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => Running.DisposeAsync();

    internal Letter Asked(string subUnit) => Running.Letter("Mohon diisi", subUnit);

    /// <summary>Posts the form as a browser does that runs the page's script.</summary>
    internal async Task<HttpResponseMessage> ScriptAsync(
        Uri link,
        string path,
        HttpContent content,
        string? actionToken = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link.AbsolutePath + path, UriKind.Relative))
        {
            Content = content,
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (actionToken is not null)
            request.Headers.Add("X-Aksi", actionToken);
        return await Running.Http.SendAsync(request, RunningOffice.Cancellation);
    }
}
