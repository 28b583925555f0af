using Sakip.Tests.Orchestrations.Signing;

namespace Sakip.Tests.Functions.Agreements;

/// <summary>The app with BSrE as its signer: a stand-in that follows the service's own interface, over HTTP.</summary>
public sealed class BsreOffice : RunningOffice
{
    private BsreStandIn? _service;

    internal BsreStandIn Service => _service!;

    protected override IReadOnlyList<(string Name, string Value)> Settings =>
        [
            ("Signing:Method", "Bsre"),
            ("Signing:Bsre:BaseAddress", Service.Address.ToString()),
            ("Signing:Bsre:UserName", "sakip"),
            ("Signing:Bsre:Password", "sandi-layanan"),
            ("Signing:Bsre:Identities:biro_organisasi:p01", BsreStandIn.Nik),
            ("Signing:Bsre:FirstDelay", "00:00:00.010"),
        ];

    public override async ValueTask InitializeAsync()
    {
        _service = await BsreStandIn.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Service.DisposeAsync();
    }
}
