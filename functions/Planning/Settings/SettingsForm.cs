using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Kernel;

namespace Sakip.Functions.Planning.Settings;

/// <summary>What a settings form sent, with the faults found while it is read.</summary>
internal sealed class SettingsForm(IFormCollection form)
{
    public List<string> Errors { get; } = [];

    public bool IsRemoval => Text("aksi") == "hapus";

    public IReadOnlySet<string> Picked { get; } = form["pilih"].OfType<string>().ToHashSet(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Typed { get; } =
        form.Where(field => field.Key != "penanda")
            .ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);

    public string Text(string name) => TidyText.Line(form[name].ToString()) is { Length: <= 500 } text ? text : "";

    public string? Optional(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public bool IsTicked(string name) => Text(name) == "ya";

    public string Required(string name, string label)
    {
        var text = Text(name);
        if (text.Length == 0)
            Errors.Add($"{label} belum diisi.");
        return text;
    }

    public DateOnly Day(string name, string label)
    {
        if (DayOrNone(name, label) is { } day)
            return day;
        if (Text(name).Length == 0)
            Errors.Add($"{label} belum diisi.");
        return default;
    }

    public DateOnly? DayOrNone(string name, string label)
    {
        var text = Text(name);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Errors.Add($"{label}: tulis tanggal sebagai tahun-bulan-hari, misalnya 2024-07-12.");
        return null;
    }

    public T Choice<T>(string name, string label, T otherwise)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(name), out var value) && Enum.IsDefined(value))
            return value;
        Errors.Add($"{label}: pilih salah satu.");
        return otherwise;
    }

    public decimal Percent(string name, string label, decimal otherwise)
    {
        var reading = NumberParser.Parse(Text(name), NumberKind.Percent);
        if (reading.Value is { } value and >= 0 and <= 100)
            return value;
        Errors.Add($"{label}: tulis angka 0 sampai 100.");
        return otherwise;
    }
}
