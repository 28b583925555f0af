using Sakip.Documents;
using Sakip.Planning;

namespace Sakip.Reporting;

internal static class Shades
{
    /// <summary>The colour that the office's scale gives to a band; null where there is nothing to rate.</summary>
    public static NamedColour? Of(RatingBand? band) =>
        band is null ? null : new NamedColour(band.ColourName, band.Colour.TrimStart('#'));
}
