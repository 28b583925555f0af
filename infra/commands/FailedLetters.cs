using System.Globalization;
using Sakip.Audit;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>Letters that were given up: nobody will send them again by themselves.</summary>
internal static class FailedLetters
{
    /// <returns>Whether there are none.</returns>
    public static async Task<bool> ListAsync(StorageSession session, TextWriter output, CancellationToken cancellation)
    {
        var inbox = new Inbox(session.Storage, new PlanStore(session.Storage, new BlobVault(session.Storage)));
        var count = 0;
        foreach (var office in await new AuditChains(session.Storage).AllAsync(cancellation))
        {
            foreach (var letter in await inbox.FailedAsync(office, cancellation))
            {
                if (count++ == 0)
                    output.WriteLine("Pesan yang tidak terkirim dan tidak dicoba lagi:");
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {office.Unit} {office.Year}  {letter.Kind} kepada {letter.Recipient}, {letter.GivenUpAt:yyyy-MM-dd HH:mm} UTC, "
                            + $"{letter.Failures} kali gagal: {letter.Reason}"
                    )
                );
            }
        }

        return count == 0;
    }
}
