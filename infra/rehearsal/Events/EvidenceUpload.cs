using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sakip.Rehearsal.Events;

/// <summary>Sends evidence the way the page's script does: offered, in parts, put together.</summary>
internal sealed class EvidenceUpload(Office office, Uri link, string actionToken)
{
    public async Task SendAsync(
        string owner,
        string name,
        byte[] content,
        string date,
        bool isTaken,
        CancellationToken cancellation
    )
    {
        using var begun = await PostAsync(
            "/bukti",
            () =>
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["isian"] = owner,
                        ["nama"] = name,
                        ["ukuran"] = $"{content.Length}",
                        ["tanggal"] = date,
                    }
                ),
            cancellation
        );
        begun.EnsureSuccessStatusCode();
        var offer = await begun.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var (id, size) = (offer.GetProperty("id").GetString(), offer.GetProperty("partSize").GetInt32());
        for (int part = 0, at = 0; at < content.Length; part++, at += size)
        {
            var (from, length) = (at, Math.Min(size, content.Length - at));
            using var sent = await PostAsync($"/bukti/{id}/{part}", () => Part(content, from, length), cancellation);
            sent.EnsureSuccessStatusCode();
        }

        using var kept = await PostAsync(
            $"/bukti/{id}",
            () => new FormUrlEncodedContent([new("tindakan", "selesai")]),
            cancellation
        );
        var expected = isTaken ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity;
        if (kept.StatusCode != expected)
        {
            throw new RehearsalException(
                $"{name}: {(int)kept.StatusCode} {await kept.Content.ReadAsStringAsync(cancellation)}"
            );
        }
    }

    private Task<HttpResponseMessage> PostAsync(
        string path,
        Func<HttpContent> content,
        CancellationToken cancellation
    ) =>
        office.SendAsync(
            () =>
                new HttpRequestMessage(HttpMethod.Post, new Uri(link.AbsolutePath + path, UriKind.Relative))
                {
                    Content = content(),
                    Headers = { { "X-Aksi", actionToken } },
                },
            cancellation
        );

    private static ByteArrayContent Part(byte[] content, int from, int length) =>
        new(content, from, length) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
}
