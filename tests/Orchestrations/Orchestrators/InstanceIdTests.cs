using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class InstanceIdTests
{
    private static readonly string Longest = new('a', 16);

    [Fact]
    public void The_longest_id_fits()
    {
        var report = SubjectRef.Report(new OfficeYear(Longest, 2024), Quarter.Q4, Longest, round: 99);

        var id = InstanceIds.Approval(report, Longest, attempt: 999);

        Assert.True(id.Length <= InstanceIds.MaximumLength, id);
        Assert.True(InstanceIds.Document(Longest, new string('f', 64)).Length <= InstanceIds.MaximumLength);
    }

    [Fact]
    public void A_subject_comes_back_from_its_dotted_form()
    {
        SubjectRef[] subjects =
        [
            SubjectRef.Cycle(new OfficeYear("biro", 2024)),
            SubjectRef.Agreement(new OfficeYear("biro", 2024), 1),
            SubjectRef.Report(new OfficeYear("biro", 2024), Quarter.Q2, "tata-usaha", 3),
            SubjectRef.AnnualReport(new OfficeYear("biro", 2024), 2),
        ];

        Assert.All(subjects, subject => Assert.Equal(subject, SubjectRef.Parse(subject.Dotted)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("agreement")]
    [InlineData("agreement.biro")]
    [InlineData("agreement.biro.tahun.0")]
    public void What_is_no_subject_is_refused(string text) => Assert.Null(SubjectRef.Parse(text));

    [Fact]
    public void A_part_of_a_key_cannot_forge_another_key() =>
        Assert.NotEqual(Keys.Join("a|b", "c"), Keys.Join("a", "b|c"));
}
