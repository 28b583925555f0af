using System.Diagnostics;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.Functions;

/// <summary>security.md 15: what telemetry may not hold is taken out wherever it stands.</summary>
public sealed class TelemetryRedactionTests
{
    private static readonly string Token = $"v1.gladi.AQEAAWb8{new string('a', 90)}.{new string('b', 43)}";

    [Theory]
    [InlineData("GET /tautan/{0}", "GET /tautan/{token}")]
    [InlineData("http://127.0.0.1:5/tautan/{0}/dokumen?a=b", "http://127.0.0.1:5/tautan/{token}/dokumen")]
    [InlineData("/api/steps/{0}/evidence?actionToken=x&field=y", "/api/steps/{token}/evidence")]
    [InlineData("no row of {0} here", "no row of {token} here")]
    [InlineData("550 <satu.wijaya@contoh.example> unknown", "550 <{surel}> unknown")]
    [InlineData("surel=satu%40contoh.example", "surel={surel}")]
    [InlineData("Kode 123456 salah", "Kode {kode} salah")]
    [InlineData(
        "https://a.table.core.windows.net/Years()?$filter=x%20eq%20%271%27",
        "https://a.table.core.windows.net/Years()"
    )]
    [InlineData("GET /tautan/{token}", "GET /tautan/{token}")]
    [InlineData("agreement:biro:2024:0", "agreement:biro:2024:0")]
    [InlineData("12345678", "12345678")]
    public void A_text_loses_its_secrets_and_nothing_else(string text, string expected)
    {
        text = text.Replace("{0}", Token, StringComparison.Ordinal);
        Assert.Equal(expected, Redaction.Clean(text));
        Assert.Equal(expected, Redaction.Clean(Redaction.Clean(text)));
    }

    [Fact]
    public void Twenty_thousand_characters_are_looked_through_at_once()
    {
        foreach (var part in (string[])["a", "a.", "a@", "?", "?=", "v1.a.", "1", "/tautan/", "%40"])
        {
            var watch = Stopwatch.StartNew();
            _ = Redaction.Clean(string.Concat(Enumerable.Repeat(part, 20_000 / part.Length)));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), part);
        }
    }

    [Fact]
    public void A_span_whose_events_say_too_much_is_not_exported_and_another_is_cleaned()
    {
        using var source = new ActivitySource("uji-telemetri");
        using var listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == "uji-telemetri",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var clean = source.StartActivity("GET /tautan/" + Token)!;
        clean.SetTag("url.path", "/tautan/" + Token).SetTag("url.query", "?code=1").SetTag("n", 123456);
        clean.SetStatus(ActivityStatusCode.Error, "satu@contoh.example");
        using var telling = source.StartActivity("x")!;
        telling.AddEvent(new ActivityEvent("exception", tags: new() { ["exception.message"] = "a " + Token }));
        using var spans = new PrivateSpans();

        spans.OnEnd(clean);
        spans.OnEnd(telling);

        Assert.Equal("GET /tautan/{token}", clean.DisplayName);
        Assert.Equal("/tautan/{token}", clean.GetTagItem("url.path"));
        Assert.Null(clean.GetTagItem("url.query"));
        Assert.Equal(123456, clean.GetTagItem("n"));
        Assert.Equal("{surel}", clean.StatusDescription);
        Assert.Equal((true, false), (clean.Recorded, telling.Recorded));
    }
}
