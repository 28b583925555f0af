using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class InstanceIdTests
{
    private static readonly string Longest = new('a', 16);

    [Fact]
    public void The_longest_id_fits()
    {
        var report = new SubUnitReportSubject(new OfficeYear(Longest, 2024), Quarter.Q4, Longest, Round: 99);

        var id = InstanceIds.Approval(report, Longest, attempt: 999);

        Assert.True(id.Length <= InstanceIds.MaximumLength, id);
        Assert.True(InstanceIds.Document(Longest, new string('f', 64)).Length <= InstanceIds.MaximumLength);
    }

    /// <summary>One of each kind: a kind that is missing here fails the test below.</summary>
    public static TheoryData<string> Kinds { get; } =
    [
        "cycle.biro.2024",
        "plan.biro.2024",
        "agreement.biro.2024.1",
        "agreement.biro.2024.kepala-bagian.0",
        "quarter.biro.2024.q2",
        "report.biro.2024.q2.tata-usaha.r3",
        "reopening.biro.2024.q2.r3",
        "annual-report.biro.2024.v2",
        "narrative.biro.2024.v1.bab-1",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_subject_comes_back_from_its_id_and_from_its_key(string dotted)
    {
        var subject = Subject.Parse(dotted)!;

        Assert.Equal(dotted, subject.Dotted);
        Assert.Equal(dotted.Replace('.', ':'), subject.InstanceId);
        Assert.Equal(subject, Subject.OfPartition(Keys.Partition(subject)));
    }

    [Fact]
    public void Every_kind_of_subject_is_among_them()
    {
        var kinds = typeof(Subject)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Subject)));

        Assert.Equal(
            kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal),
            Kinds
                .Select(row => Subject.Parse(row.Data)!.GetType())
                .Distinct()
                .OrderBy(kind => kind.Name, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("agreement")]
    [InlineData("agreement.biro")]
    [InlineData("agreement.biro.tahun.0")]
    [InlineData("agreement.biro.2024.pertama")]
    [InlineData("quarter.biro.2024.q5")]
    [InlineData("report.biro.2024.q1.tata-usaha")]
    [InlineData("annual-report.biro.2024.1")]
    [InlineData("sesuatu.biro.2024.1")]
    public void What_is_no_subject_is_refused(string text) => Assert.Null(Subject.Parse(text));

    [Fact]
    public void A_part_of_a_key_cannot_forge_another_key() =>
        Assert.NotEqual(Keys.Join("a|b", "c"), Keys.Join("a", "b|c"));
}
