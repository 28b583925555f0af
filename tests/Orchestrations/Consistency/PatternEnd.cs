using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>
/// Whether a pattern gets through a text within its own limit. The limit goes by the clock, which goes on while other
/// programs have the processor: a pattern is tried again until it had several times its limit of the processor itself.
/// </summary>
internal static class PatternEnd
{
    private const int Limits = 4;

    public static void Reach(string name, Regex regex, string text)
    {
        var most = Worked() + (Limits * regex.MatchTimeout);
        while (true)
        {
            try
            {
                foreach (Match match in regex.Matches(text))
                    _ = match.Length;
                return;
            }
            catch (RegexMatchTimeoutException)
            {
                Assert.True(Worked() < most, $"{name} takes too long for {text[..60]}…");
            }
        }
    }

    // What this thread had of the processor so far.
    private static TimeSpan Worked() =>
        TimeSpan.FromMicroseconds(
            long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture)
                / 1000
        );
}
