using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Sakip.Functions.Web.Components;

/// <summary>What is wrong with one field, by its name; with the form as a whole where the name is empty.</summary>
internal sealed record FieldFault(string Field, string Message)
{
    /// <summary>What is wrong with these fields, and with those below them.</summary>
    public static IEnumerable<FieldFault> In(IEnumerable<FieldView> fields) =>
        fields
            .SelectMany(one => (IEnumerable<FieldView>)[one, .. one.Further?.Fields ?? []])
            .Where(one => one.Error is not null)
            .Select(one => new FieldFault(one.Name, one.Error!));
}

/// <summary>A form as it was sent, with what is wrong with it: so it is shown again, nothing typed is lost.</summary>
internal sealed record FormState(IReadOnlyDictionary<string, StringValues> Typed, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>A form that nobody has sent yet.</summary>
    public static FormState Empty { get; } = new(new Dictionary<string, StringValues>(), []);

    public static FormState Of(IFormCollection form, IEnumerable<FieldFault> faults) =>
        new(form.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal), [.. faults]);

    /// <summary>Whether it was sent by this button and refused.</summary>
    public bool IsRefused(string button, string value) => Faults.Count > 0 && Value(button) == value;

    public bool Has(string name, string value) => Typed.TryGetValue(name, out var values) && values.Contains(value);

    public string? ErrorOf(string name) => Faults.FirstOrDefault(fault => fault.Field == name)?.Message;

    public string Value(string name, string? known = null) =>
        Typed.TryGetValue(name, out var values) ? values.ToString() : known ?? "";

    /// <summary>The field with what was typed into it and what is wrong with that.</summary>
    public FieldView Of(FieldView field) =>
        field with
        {
            // A box that is not ticked is not sent at all.
            Value =
                field.Kind == FieldKind.Tick && Typed.Count > 0 ? Value(field.Name) : Value(field.Name, field.Value),
            Error = ErrorOf(field.Name),
        };

    public FieldView Field(string name, string label, string? hint = null, bool isLong = false) =>
        Of(new FieldView(name, label, "", hint, IsLong: isLong));

    public FieldView Day(string name, string label, DateOnly? known = null, string? hint = null) =>
        Of(FieldView.Day(name, label, known, hint));

    public FieldView Choice(string name, string label, IReadOnlyList<(string, string)> options, string known = "") =>
        Of(new FieldView(name, label, known) { Options = options });
}
