namespace Sakip.Planning;

/// <summary>
/// How much a JSON file holds, counted before anything is made of it: ten megabytes of empty objects would become a hundred
/// times as much.
/// </summary>
internal static class JsonSize
{
    public const string Refusal =
        "Berkas memuat isian jauh lebih banyak daripada rencana mana pun. Periksa apakah berkasnya benar.";

    private const int MostObjects = 60_000;
    private const int MostValues = 600_000;

    public static bool IsBeyond(string json)
    {
        var (objects, values, isText) = (0, 0, false);
        for (var i = 0; i < json.Length; i++)
        {
            var character = json[i];
            if (isText && character == '\\')
                i++;
            else if (character == '"')
                isText = !isText;
            else if (!isText && character is ('{' or '['))
                objects++;
            else if (!isText && character == ',')
                values++;
            if (objects > MostObjects || values > MostValues)
                return true;
        }

        return false;
    }
}
