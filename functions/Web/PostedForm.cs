using Microsoft.AspNetCore.Http;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;

namespace Sakip.Functions.Web;

/// <summary>Reads a form that was sent, and gathers everything that is wrong with it.</summary>
internal sealed class PostedForm(IFormCollection form)
{
    private const int LongestLine = 500;

    private readonly List<FieldFault> _faults = [];

    public IReadOnlyList<FieldFault> Faults => _faults;

    public FormState State => FormState.Of(form, _faults);

    public void Fault(string field, string message) => _faults.Add(new FieldFault(field, message));

    public string Text(string name) =>
        TidyText.Line(form[name].ToString()) is { Length: <= LongestLine } text ? text : "";

    /// <summary>A text of several lines, as it was typed.</summary>
    public string Long(string name) => form[name].ToString().Trim();

    public IReadOnlyList<string> All(string name) => [.. form[name].OfType<string>()];

    public string? Optional(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>What the names of fields that begin so end with.</summary>
    public IReadOnlyList<string> Fields(string prefix) =>
        [
            .. form
                .Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..]),
        ];

    public bool Has(string name) => form.ContainsKey(name);

    public bool IsTicked(string name) => Text(name) == "ya";

    public string Required(string name, string label)
    {
        var text = Text(name);
        var isTooLong = form[name].ToString().Length > LongestLine;
        if (text.Length == 0)
            Fault(name, isTooLong ? $"{label}: paling banyak {LongestLine} huruf." : $"{label} belum diisi.");
        return text;
    }

    /// <summary>A choice that must be made.</summary>
    public string Chosen(string name, string label)
    {
        var text = Text(name);
        if (text.Length == 0)
            Fault(name, $"Pilih {label}.");
        return text;
    }

    public DateOnly Day(string name, string label)
    {
        if (Text(name).Length == 0)
        {
            Fault(name, $"{label} belum diisi.");
            return default;
        }

        return DayOrNone(name, label) ?? default;
    }

    public DateOnly? DayOrNone(string name, string label)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        var (day, error) = IndonesianDay.Parse(text);
        if (error is not null)
            Fault(name, $"{label}: {error}");
        return day;
    }

    public T Choice<T>(string name, string label, T otherwise)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(name), out var value) && Enum.IsDefined(value))
            return value;
        Fault(name, $"{label}: pilih salah satu.");
        return otherwise;
    }

    public decimal Percent(string name, string label, decimal otherwise)
    {
        var reading = NumberParser.Parse(Text(name), NumberKind.Percent);
        if (reading.Value is { } value and >= 0 and <= 100)
            return value;
        Fault(name, $"{label}: tulis angka 0 sampai 100.");
        return otherwise;
    }
}
