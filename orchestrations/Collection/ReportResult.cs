namespace Sakip.Collection;

public enum ReportResult
{
    Verified,
    NotReported,
    NotVerified,
}
