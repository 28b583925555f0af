using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Whether parts of a plan are fixed because they were signed. Made where agreements are.</summary>
internal interface ISignedAgreements
{
    Task<bool> AnyAsync(OfficeYear office, CancellationToken cancellation);
}
