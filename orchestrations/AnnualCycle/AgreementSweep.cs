using Sakip.Agreements;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Warns of what an agreement's days bring: its deadline, a superior who changed, a certificate that ends.</summary>
internal sealed class AgreementSweep(
    AgreementDeadlines deadlines,
    SuperiorWatch superiors,
    CertificateWatch certificates
)
{
    public async Task RunAsync(OfficeYearRow year, CancellationToken cancellation)
    {
        if (year.State.HasCycle())
        {
            await deadlines.RunAsync(year.Office, cancellation);
            await superiors.RunAsync(year.Office, cancellation);
        }

        await certificates.RunAsync(year.Office, cancellation);
    }
}
