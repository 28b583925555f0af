using System.Globalization;
using System.Text;

namespace Sakip.Documents;

internal static class PageNumbers
{
    public static string Format(NumberStyle style, int number) =>
        style switch
        {
            NumberStyle.Roman => Roman(number),
            NumberStyle.Arabic => number.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };

    private static string Roman(int number)
    {
        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"];
        var roman = new StringBuilder();
        for (var i = 0; i < signs.Length; i++)
        {
            for (; number >= values[i]; number -= values[i])
            {
                roman.Append(signs[i]);
            }
        }

        return roman.ToString();
    }
}
