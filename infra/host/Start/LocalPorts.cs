using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Sakip.Host.Start;

internal static class LocalPorts
{
    public static ISet<int> Taken() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(one => one.Port).ToHashSet();

    public static async Task<bool> IsListeningAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
