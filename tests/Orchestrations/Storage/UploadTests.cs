using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Storage;

[Collection(EmulatedStorage.Name)]
public sealed class UploadTests(EmulatedStorage emulated)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_found_until_its_end_and_goes_with_its_row()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(emulated.Clock.GetUtcNow());
        var uploads = new Uploads(emulated.Storage, clock);
        var hash = await uploads.KeepAsync("berkas satu"u8.ToArray(), "unggah-habis", Cancellation);

        Assert.Equal("berkas satu"u8.ToArray(), await uploads.FindAsync(hash, Cancellation));
        Assert.Null(await uploads.FindAsync(new string('0', 64), Cancellation));
        Assert.Null(await uploads.FindAsync("../" + hash[3..], Cancellation));
        clock.Advance(Uploads.Longest + TimeSpan.FromSeconds(1));
        Assert.True(await uploads.SweepAsync(isApplied: false, Cancellation) >= 1);
        Assert.NotNull(await uploads.FindAsync(hash, Cancellation));
        Assert.True(await uploads.SweepAsync(isApplied: true, Cancellation) >= 1);
        Assert.Null(await uploads.FindAsync(hash, Cancellation));
        Assert.Equal(0, await uploads.SweepAsync(isApplied: true, Cancellation));
    }

    [Fact]
    public async Task Erasure_takes_what_was_uploaded_about_the_office_and_what_has_no_office()
    {
        var uploads = new Uploads(emulated.Storage, emulated.Clock);
        var own = await uploads.KeepAsync("tentang kantor"u8.ToArray(), "unggah-hapus", Cancellation);
        var unread = await uploads.KeepAsync("tak terbaca"u8.ToArray(), null, Cancellation);
        var other = await uploads.KeepAsync("kantor lain"u8.ToArray(), "unggah-tetap", Cancellation);

        await uploads.EraseAsync("unggah-hapus", Cancellation);

        Assert.Null(await uploads.FindAsync(own, Cancellation));
        Assert.Null(await uploads.FindAsync(unread, Cancellation));
        Assert.NotNull(await uploads.FindAsync(other, Cancellation));
    }
}
