using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>An instance says what it waits for in words that a person understands.</summary>
public sealed class StepStatusTests
{
    [Fact]
    public void A_step_names_what_it_waits_for_and_its_due_day()
    {
        Assert.Equal(
            "menunggu tanda tangan pihak kedua, tenggat 31 Januari 2024",
            StepStatus.Of(ApprovalKind.SecondPartySignature, new DateOnly(2024, 1, 31))
        );
    }

    [Fact]
    public void Every_kind_of_step_has_its_words()
    {
        var words = Enum.GetValues<ApprovalKind>().Select(kind => StepStatus.Of(kind, default)).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void A_status_of_the_usual_kind_is_no_trouble()
    {
        Assert.Null(Standing.Read(SakipJson.Text(StepStatus.Of(ApprovalKind.Narrative, default))));
    }

    [Theory]
    [InlineData("blocked", AgreementHandBackReason.Blocked)]
    [InlineData("Returned", AgreementHandBackReason.Returned)]
    internal void A_reason_of_an_earlier_release_is_read(string word, AgreementHandBackReason reason)
    {
        var read = SakipJson.Read<AgreementHandBack>(
            $$"""{"agreement":{"unit":"biro","year":2024,"revision":0},"reason":"{{word}}"}"""
        );

        Assert.Equal(reason, read.Reason);
    }
}
