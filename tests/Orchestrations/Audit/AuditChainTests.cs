using System.Text;
using CsCheck;
using Sakip.Audit;

namespace Sakip.Tests.Orchestrations.Audit;

public sealed class AuditChainTests
{
    private const string Chain = "biro:2024";
    private static readonly DateTimeOffset Start = new(2024, 1, 2, 9, 30, 0, TimeSpan.FromHours(8));

    private static readonly Gen<AuditIntent> AnyIntent =
        from minutes in Gen.Int[0, 500_000]
        from actor in Gen.String
        from action in Gen.String
        from hash in Gen.String.Null()
        from note in Gen.String.Null()
        select new AuditIntent(Start.AddMinutes(minutes), actor, "Perencana", action, "agreement:biro:2024:0", "k-1")
        {
            DocumentHash = hash,
            Note = note,
        };

    [Fact]
    public void A_chain_that_nobody_touched_is_intact()
    {
        AnyIntent
            .List[0, 20]
            .Sample(intents =>
            {
                var (entries, head) = AuditChain.Append(AuditHead.Of(Chain), intents);
                var verdict = AuditChain.Verify(Chain, entries);
                return verdict.IsIntact && verdict.Head == head;
            });
    }

    [Fact]
    public void Appending_in_batches_gives_the_same_chain_as_appending_at_once()
    {
        Gen.Select(AnyIntent.List[0, 10], AnyIntent.List[0, 10])
            .Sample(
                (first, second) =>
                {
                    var (_, middle) = AuditChain.Append(AuditHead.Of(Chain), first);
                    return AuditChain.Append(middle, second).Head
                        == AuditChain.Append(AuditHead.Of(Chain), [.. first, .. second]).Head;
                }
            );
    }

    [Fact]
    public void The_first_changed_entry_is_named()
    {
        var entries = Entries(10);
        entries[6] = entries[6] with { Intent = entries[6].Intent with { Actor = "lain" } };
        entries[8] = entries[8] with { Intent = entries[8].Intent with { Actor = "lain" } };

        var verdict = AuditChain.Verify(Chain, entries);

        Assert.Equal((7, AuditFlaw.Changed), (verdict.FirstBroken!.Value, verdict.Flaw!.Value));
        Assert.Contains("entri 7", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_entry_is_named_as_missing()
    {
        var entries = Entries(10);
        entries.RemoveAt(3);

        Assert.Equal(new AuditVerdict(HeadAt(3), 4, AuditFlaw.Missing), AuditChain.Verify(Chain, entries));
    }

    [Fact]
    public void Entries_that_changed_places_are_out_of_order()
    {
        var entries = Entries(3);
        entries.Add(entries[1]);

        Assert.Equal(AuditFlaw.OutOfOrder, AuditChain.Verify(Chain, entries).Flaw);
    }

    [Fact]
    public void A_chain_does_not_pass_for_that_of_another_unit()
    {
        Assert.Equal((1L, AuditFlaw.Changed), Found(AuditChain.Verify("bagian:2024", Entries(3))));
    }

    [Fact]
    public void A_chain_can_be_checked_from_a_known_head_on()
    {
        Assert.Equal(HeadAt(10), AuditChain.Verify(HeadAt(4), Entries(10).Skip(4)).Head);
    }

    [Fact]
    public void The_canonical_bytes_are_these_for_ever()
    {
        var intent = new AuditIntent(
            Start,
            "kabiro",
            "Pihak Pertama",
            "agreement-signed",
            "agreement:biro:2024:0",
            "k-7"
        )
        {
            Note = "Ditandatangani — sah",
        };

        var text = Encoding.UTF8.GetString(CanonicalEntry.Bytes(12, intent));

        Assert.Equal(
            "13:sakip-audit-1,2:12,28:2024-01-02T01:30:00.0000000Z,6:kabiro,13:Pihak Pertama,16:agreement-signed,"
                + "21:agreement:biro:2024:0,-,3:k-7,22:Ditandatangani — sah,",
            text
        );
        Assert.Equal(
            "dcb7a2bdd21ba7d7c1f1c15b8d7e97bb5136f41ba80852ec9b02d274b1205aad",
            AuditChain.Append(AuditHead.Of(Chain), [intent]).Head.Hash
        );
    }

    [Theory]
    [InlineData("hubungi budi@contoh.go.id segera", "hubungi [surel] segera")]
    [InlineData("WA +62 812-3456-7890.", "WA [nomor].")]
    [InlineData("NIP 198001012005011001", "NIP [nomor]")]
    [InlineData("pagu Rp 1.750.000.000 tahun 2024", "pagu Rp 1.750.000.000 tahun 2024")]
    public void A_note_carries_no_contact_data(string given, string kept)
    {
        Assert.Equal(kept, (Intents(1).Single() with { Note = given }).Note);
    }

    private static IEnumerable<AuditIntent> Intents(int count) =>
        Enumerable
            .Range(1, count)
            .Select(i => new AuditIntent(
                Start.AddMinutes(i),
                "kabiro",
                "Pihak Pertama",
                $"langkah-{i}",
                "agreement:biro:2024:0",
                "k-1"
            ));

    private static List<AuditEntry> Entries(int count) =>
        [.. AuditChain.Append(AuditHead.Of(Chain), Intents(count)).Entries];

    private static AuditHead HeadAt(int sequence) => AuditChain.Append(AuditHead.Of(Chain), Intents(sequence)).Head;

    private static (long Sequence, AuditFlaw Flaw) Found(AuditVerdict verdict) =>
        (verdict.FirstBroken!.Value, verdict.Flaw!.Value);
}
