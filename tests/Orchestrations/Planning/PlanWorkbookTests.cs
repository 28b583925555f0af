using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class PlanWorkbookTests
{
    [Fact]
    public void The_sample_exported_and_imported_is_the_same_to_the_byte()
    {
        var reading = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(Sample.Plan, [Sample.Revision])));

        Assert.True(reading.Succeeded, string.Join("\n", reading.Errors.Take(20)));
        Assert.Equal(PlanWriter.Write(Sample.Plan), PlanWriter.Write(reading.Plan!));
        Assert.Equal(PlanWriter.Write(Sample.Revision), PlanWriter.Write(Assert.Single(reading.Revisions)));
    }
}
