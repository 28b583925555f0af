using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;

namespace Sakip.Tests.Orchestrations.Audit;

/// <summary>What somebody does who may write every table and blob and has not the key. Each is a year of its own.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class AuditTamperingTests(EmulatedStorage emulated)
{
    private const int Year = 2024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficeStorage Storage => emulated.Storage;

    [Fact]
    public async Task A_chain_that_nobody_touched_is_whole_and_may_be_continued()
    {
        await WriteAsync("rantai");

        Assert.Equal("Jejak audit rantai:2024 utuh: 12 entri.", (await VerifyAsync("rantai")).Explanation);
        await AppendAsync("rantai", 13);
        Assert.Equal(13, (await VerifyAsync("rantai")).Head.Sequence);
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        await WriteAsync("ubah");
        await ChangeAsync("ubah", 5, row => row.Entry = row.Entry.Replace("p01", "p02", StringComparison.Ordinal));
        Assert.Equal((5L, AuditFlaw.Changed), await FoundAsync("ubah"));
    }

    [Fact]
    public async Task A_deleted_entry_is_named()
    {
        await WriteAsync("hapus");
        await DeleteAsync("hapus", 7);
        Assert.Equal((7L, AuditFlaw.Missing), await FoundAsync("hapus"));
    }

    [Fact]
    public async Task Of_two_rows_that_changed_places_the_first_is_named()
    {
        await WriteAsync("tukar-rantai");
        var (one, other) = (await RowAsync("tukar-rantai", 4), await RowAsync("tukar-rantai", 6));
        await ChangeAsync("tukar-rantai", 4, row => (row.Entry, row.Seal) = (other.Entry, other.Seal));
        await ChangeAsync("tukar-rantai", 6, row => (row.Entry, row.Seal) = (one.Entry, one.Seal));
        Assert.Equal((4L, AuditFlaw.Missing), await FoundAsync("tukar-rantai"));
    }

    [Fact]
    public async Task Of_two_entries_that_changed_contents_the_first_is_named()
    {
        await WriteAsync("isi-rantai");
        var (one, other) = (EntryOf(await RowAsync("isi-rantai", 4)), EntryOf(await RowAsync("isi-rantai", 6)));
        await ChangeAsync("isi-rantai", 4, row => row.Entry = SakipJson.Text(one with { Intent = other.Intent }));
        await ChangeAsync("isi-rantai", 6, row => row.Entry = SakipJson.Text(other with { Intent = one.Intent }));
        Assert.Equal((4L, AuditFlaw.Changed), await FoundAsync("isi-rantai"));
    }

    [Theory]
    [InlineData("satu", 1)]
    [InlineData("tiga", 3)]
    public async Task Entries_cut_off_with_their_head_are_missed_from_the_first_on(string unit, int cut)
    {
        await WriteAsync(unit);
        for (var sequence = 13 - cut; sequence <= 12; sequence++)
            await DeleteAsync(unit, sequence);
        var last = EntryOf(await RowAsync(unit, 12 - cut));
        await HeadAsync(unit, _ => new SealedHead($"{unit}:2024", last.Sequence, last.Hash));

        Assert.Equal((13L - cut, AuditFlaw.Missing), await FoundAsync(unit));
    }

    [Fact]
    public async Task A_chain_written_again_from_an_entry_on_is_found_at_that_entry()
    {
        await WriteAsync("tulis");
        await WriteAgainAsync("tulis", 5);
        Assert.Equal((5L, AuditFlaw.NotSealed), await FoundAsync("tulis"));
    }

    [Fact]
    public async Task A_chain_written_again_is_not_continued_by_the_app_and_stays_found()
    {
        await WriteAsync("lanjut");
        await WriteAgainAsync("lanjut", 5);

        var refused = await Assert.ThrowsAsync<AuditRefusedException>(() => AppendAsync("lanjut", 13));
        Assert.Equal(AuditFlaw.HeadForged, refused.Flaw);
        Assert.Equal((5L, AuditFlaw.NotSealed), await FoundAsync("lanjut"));
        // With a head that was genuine once the chain is not continued either, also by the process that wrote it.
        await HeadAsync("lanjut", head => head);
        Assert.Equal((5L, AuditFlaw.NotSealed), await FoundAsync("lanjut"));
    }

    [Fact]
    public async Task A_chain_cut_back_to_an_earlier_genuine_head_is_missed_and_not_continued()
    {
        await WriteAsync("mundur");
        var earlier = SakipJson.Read<SealedHead>(
            (
                await Anchor("mundur", "0000000008.sealed.json").DownloadContentAsync(Cancellation)
            ).Value.Content.ToString()
        );
        for (var sequence = 9; sequence <= 12; sequence++)
            await DeleteAsync("mundur", sequence);
        await HeadAsync("mundur", _ => earlier);
        await PlantAsync("mundur", "9999999999.json", earlier);

        Assert.Equal((9L, AuditFlaw.Missing), await FoundAsync("mundur"));
        var refused = await Assert.ThrowsAsync<AuditRefusedException>(() => AppendAsync("mundur", 13));
        Assert.Equal((8L, AuditFlaw.Missing), (refused.Sequence, refused.Flaw));
    }

    [Fact]
    public async Task A_head_row_that_was_changed_alone_is_noticed_and_can_be_made_again()
    {
        await WriteAsync("kepala-rantai");
        await HeadAsync("kepala-rantai", head => head with { Sequence = 11 });

        Assert.Equal((13L, AuditFlaw.HeadForged), await FoundAsync("kepala-rantai"));
        await Assert.ThrowsAsync<AuditRefusedException>(() => AppendAsync("kepala-rantai", 13));
        Assert.True((await Book().SealAgainAsync(new OfficeYear("kepala-rantai", Year), Cancellation)).IsIntact);
        await AppendAsync("kepala-rantai", 13);
        Assert.Equal(13, (await VerifyAsync("kepala-rantai")).Head.Sequence);
    }

    [Theory]
    [InlineData("asing-lama", "9999999999.json")]
    [InlineData("asing-baru", "9999999999.sealed.json")]
    [InlineData("asing-dalam", "0000000006.json")]
    public async Task A_planted_anchor_is_named_and_does_not_stop_the_app(string unit, string name)
    {
        await WriteAsync(unit);
        var number = long.Parse(name[..10], System.Globalization.CultureInfo.InvariantCulture);
        await PlantAsync(
            unit,
            name,
            new SealedHead($"{unit}:2024", number, new string('a', 64), 0, new string('b', 64))
        );

        Assert.Equal((number, AuditFlaw.AnchorForged), await FoundAsync(unit));
        await AppendAsync(unit, 13);
        Assert.Equal((number, AuditFlaw.AnchorForged), await FoundAsync(unit));
    }

    [Fact]
    public async Task Anchors_of_another_chain_or_under_another_number_are_named()
    {
        await WriteAsync("asal");
        await WriteAsync("tujuan");
        var foreign = SakipJson.Read<SealedHead>(
            (await Anchor("asal", "0000000012.sealed.json").DownloadContentAsync(Cancellation)).Value.Content.ToString()
        );
        await PlantAsync("tujuan", "0000000003.sealed.json", foreign);
        Assert.Equal((3L, AuditFlaw.AnchorForged), await FoundAsync("tujuan"));
        await PlantAsync("asal", "catatan.txt", foreign);
        Assert.Equal((13L, AuditFlaw.AnchorForged), await FoundAsync("asal"));
    }

    [Fact]
    public async Task A_whole_chain_without_seals_is_sealed_once_and_a_later_one_is_not_taken_for_old()
    {
        await OldFormAsync("lama");
        Assert.Equal(AuditFlaw.NotSealed, (await VerifyAsync("lama")).Flaw);
        await StartAsync();
        Assert.Equal(
            "Jejak audit lama:2024 utuh: 12 entri; sampai entri 12 dari bentuk lama, tanpa segel.",
            (await VerifyAsync("lama")).Explanation
        );
        await AppendAsync("lama", 13);
        Assert.Equal((13, 12), ((await VerifyAsync("lama")).Head.Sequence, (await VerifyAsync("lama")).OldForm));

        await OldFormAsync("susulan");
        await StartAsync();
        Assert.NotNull((await VerifyAsync("susulan")).Flaw);
        await Assert.ThrowsAsync<AuditRefusedException>(() => AppendAsync("susulan", 13));
    }

    [Fact]
    public async Task After_seals_came_neither_an_entry_nor_an_anchor_passes_without_one()
    {
        await OldFormAsync("campur");
        Assert.True((await Book().SealOldFormAsync(new OfficeYear("campur", Year), Cancellation))!.IsIntact);
        await AppendAsync("campur", 13);
        var head = EntryOf(await RowAsync("campur", 13));
        await PlantAsync("campur", "0000000013.json", new SealedHead("campur:2024", 13, head.Hash));
        Assert.Equal((13L, AuditFlaw.AnchorForged), await FoundAsync("campur"));
        await ChangeAsync("campur", 13, row => row.Seal = null);
        Assert.Equal((13L, AuditFlaw.NotSealed), await FoundAsync("campur"));
    }

    [Fact]
    public async Task An_old_chain_that_was_tampered_with_is_not_sealed()
    {
        await OldFormAsync("lama-rusak");
        await ChangeAsync(
            "lama-rusak",
            5,
            row => row.Entry = row.Entry.Replace("p01", "p02", StringComparison.Ordinal)
        );
        Assert.Equal(5, (await Book().SealOldFormAsync(new OfficeYear("lama-rusak", Year), Cancellation))!.FirstBroken);
        await Assert.ThrowsAsync<AuditRefusedException>(() => AppendAsync("lama-rusak", 13));
    }

    [Fact]
    public async Task What_a_former_key_sealed_stays_genuine_and_what_no_key_sealed_does_not()
    {
        await WriteAsync("putar");
        var former = new AuditOptions { Key = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]) };
        Assert.Equal(
            1,
            (
                await new AuditBook(Storage, new AuditSeal(Options.Create(former))).VerifyAsync(
                    new OfficeYear("putar", Year),
                    Cancellation
                )
            ).FirstBroken
        );
        former.FormerKeys.Add(Convert.ToBase64String(new byte[AuditOptions.SmallestKey]));
        var rotated = new AuditBook(Storage, new AuditSeal(Options.Create(former)));

        Assert.True((await rotated.VerifyAsync(new OfficeYear("putar", Year), Cancellation)).IsIntact);
        await rotated.AppendAsync(new OfficeYear("putar", Year), [await IntentAsync("putar", 13)], Cancellation);
        Assert.True((await rotated.VerifyAsync(new OfficeYear("putar", Year), Cancellation)).IsIntact);
    }

    [Fact]
    public async Task A_crash_between_entries_and_their_anchor_leaves_a_whole_chain_and_the_anchor_comes_later()
    {
        await WriteAsync("jatuh");
        await Anchor("jatuh", "0000000012.sealed.json").DeleteAsync(cancellationToken: Cancellation);
        Assert.True((await VerifyAsync("jatuh")).IsIntact);
        await AppendAsync("jatuh", 13);
        Assert.True(await Anchor("jatuh", "0000000012.sealed.json").ExistsAsync(Cancellation));
    }

    [Fact]
    public async Task Two_writers_at_once_make_one_unbroken_chain()
    {
        await WriteAsync("berdua");
        var intents = await Task.WhenAll(Enumerable.Range(13, 24).Select(i => IntentAsync("berdua", i)));
        var books = new[] { Book(), Book(), Book() };

        await Task.WhenAll(
            intents.Select(
                (intent, i) => books[i % 3].AppendAsync(new OfficeYear("berdua", Year), [intent], Cancellation)
            )
        );

        var verdict = await VerifyAsync("berdua");
        Assert.Equal((true, 36L), (verdict.IsIntact, verdict.Head.Sequence));
    }

    private AuditBook Book() => new(Storage, EmulatedStorage.Seal);

    private Task<AuditVerdict> VerifyAsync(string unit) => Book().VerifyAsync(new OfficeYear(unit, Year), Cancellation);

    private async Task<(long, AuditFlaw)> FoundAsync(string unit)
    {
        var verdict = await VerifyAsync(unit);
        Assert.Contains(
            FormattableString.Invariant($"{verdict.FirstBroken}"),
            verdict.Explanation,
            StringComparison.Ordinal
        );
        return (verdict.FirstBroken!.Value, verdict.Flaw!.Value);
    }

    private Task StartAsync() =>
        new AuditStart(Storage, Book(), EmulatedStorage.Seal, NullLogger<AuditStart>.Instance).RunAsync(Cancellation);

    // Entries 1 to 12, anchored after 4, 8 and 12.
    private async Task WriteAsync(string unit)
    {
        var book = Book();
        for (var batch = 0; batch < 3; batch++)
        {
            var intents = new List<IntentRow>();
            for (var i = 1; i <= 4; i++)
                intents.Add(await IntentAsync(unit, (batch * 4) + i));
            await book.AppendAsync(new OfficeYear(unit, Year), intents, Cancellation);
        }
    }

    private async Task AppendAsync(string unit, int number) =>
        await Book().AppendAsync(new OfficeYear(unit, Year), [await IntentAsync(unit, number)], Cancellation);

    private async Task<IntentRow> IntentAsync(string unit, int number)
    {
        var row = new IntentRow
        {
            PartitionKey = Keys.Partition(new OfficeYear(unit, Year)),
            RowKey = $"langkah-{number:D3}",
            Subject = new AgreementSubject(new OfficeYear(unit, Year), 0).Dotted,
            ChangeId = $"langkah-{number}",
            At = new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero).AddMinutes(number),
            Entry = SakipJson.Text(new AuditFacts("p01", "Perencana", $"langkah-{number}")),
        };
        await Storage.Intents.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);
        return row;
    }

    // As the release before seals wrote it: neither entries nor head nor anchors have one, and anchors another name.
    private async Task OldFormAsync(string unit)
    {
        await WriteAsync(unit);
        for (var sequence = 1; sequence <= 12; sequence++)
            await ChangeAsync(unit, sequence, row => row.Seal = null);
        await HeadAsync(unit, head => head with { Seal = null });
        foreach (var number in (string[])["0000000004", "0000000008", "0000000012"])
        {
            var sealedOne = Anchor(unit, number + ".sealed.json");
            var head = SakipJson.Read<SealedHead>(
                (await sealedOne.DownloadContentAsync(Cancellation)).Value.Content.ToString()
            );
            await PlantAsync(unit, number + ".json", head with { Seal = null });
            await sealedOne.DeleteAsync(cancellationToken: Cancellation);
        }
    }

    private async Task WriteAgainAsync(string unit, int from)
    {
        var head = new AuditHead($"{unit}:2024", from - 1, EntryOf(await RowAsync(unit, from - 1)).Hash);
        for (var sequence = from; sequence <= 12; sequence++)
        {
            var intent = EntryOf(await RowAsync(unit, sequence)).Intent with { Actor = "lain" };
            var (entries, next) = AuditChain.Append(head, [intent]);
            head = next;
            await ChangeAsync(unit, sequence, row => row.Entry = SakipJson.Text(entries[0]));
        }

        await HeadAsync(unit, stored => stored with { Hash = head.Hash });
    }

    private static AuditEntry EntryOf(AuditRow row) => SakipJson.Read<AuditEntry>(row.Entry);

    private async Task<AuditRow> RowAsync(string unit, int sequence) =>
        (
            await Storage.Audit.FindAsync<AuditRow>(
                Keys.Partition(new OfficeYear(unit, Year)),
                $"entry|{sequence:D10}",
                Cancellation
            )
        )!;

    private Task ChangeAsync(string unit, int sequence, Action<AuditRow> change) =>
        RewriteAsync(unit, $"entry|{sequence:D10}", change);

    private Task HeadAsync(string unit, Func<SealedHead, SealedHead> change) =>
        RewriteAsync(unit, "head", row => row.Entry = SakipJson.Text(change(SakipJson.Read<SealedHead>(row.Entry))));

    private async Task RewriteAsync(string unit, string key, Action<AuditRow> change)
    {
        var row = (
            await Storage.Audit.FindAsync<AuditRow>(Keys.Partition(new OfficeYear(unit, Year)), key, Cancellation)
        )!;
        change(row);
        await Storage.Audit.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Cancellation);
    }

    private Task<Response> DeleteAsync(string unit, int sequence) =>
        Storage.Audit.DeleteEntityAsync(
            Keys.Partition(new OfficeYear(unit, Year)),
            $"entry|{sequence:D10}",
            ETag.All,
            Cancellation
        );

    private Azure.Storage.Blobs.BlobClient Anchor(string unit, string name) =>
        Storage.Anchors.GetBlobClient($"{unit}/{Year}/{name}");

    private async Task PlantAsync(string unit, string name, SealedHead head) =>
        await Anchor(unit, name)
            .UploadAsync(BinaryData.FromBytes(SakipJson.Bytes(head)), overwrite: true, Cancellation);
}
