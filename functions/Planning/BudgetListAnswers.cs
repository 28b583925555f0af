using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>What was answered on the preview of a budget list.</summary>
internal sealed class BudgetListAnswers(IFormCollection? form)
{
    public const string Stage = "tahap";
    public const string Number = "nomor";
    public const string Date = "tanggal";
    public const string Basis = "dasar";
    public const string Explanation = "alasan";
    public const string Names = "nama";

    /// <summary>What stands before the names of answers on the list's nodes.</summary>
    public const string Node = "pilih.";

    private readonly PostedForm? _posted = form is null ? null : new PostedForm(form);

    public IReadOnlyList<FieldFault> Faults => _posted?.Faults ?? [];

    public BudgetListImport Of(byte[] file, string name)
    {
        var import = new BudgetListImport(
            file,
            name.Length == 0 ? "daftar sub kegiatan" : RealisationAnswers.Shortened(name)
        );
        if (form is null || _posted is null)
            return import;
        return import with
        {
            Column = Given(SpendingChoice.ColumnField),
            Unit = decimal.TryParse(
                form[SpendingUnit.Field].ToString(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var unit
            )
                ? unit
                : null,
            Part = Given(ListPart.Field),
            Stage =
                Enum.TryParse<BudgetStage>(_posted.Text(Stage), out var stage) && Enum.IsDefined(stage) ? stage : null,
            Number = _posted.Text(Number),
            Date = _posted.DayOrNone(Date, "Tanggal dokumen"),
            LegalBasis = _posted.Optional(Basis),
            Explanation = _posted.Long(Explanation),
            TakesNames = _posted.IsTicked(Names),
            Chosen = form.Where(field => field.Key.StartsWith(Node, StringComparison.Ordinal))
                .ToDictionary(
                    field => field.Key[Node.Length..],
                    // A box that nobody ticked is said by the empty field beside it.
                    field => string.Join(',', field.Value.Where(value => !string.IsNullOrEmpty(value))),
                    StringComparer.Ordinal
                ),
        };
    }

    private string? Given(string name) => form![name].ToString() is { Length: > 0 } value ? value : null;
}

/// <param name="Action">Where the form goes.</param>
internal sealed record BudgetListTyped(string Action, IFormCollection? Form, IReadOnlyList<FieldFault> Faults)
{
    public const string SeenField = "dilihat";

    public bool IsApplied { get; init; }

    public string? Conflict { get; init; }

    /// <summary>The preview that was sent back is of the same choices as this one.</summary>
    public bool IsSeen(BudgetListResult read) => Form?[SeenField].ToString() == SeenOf(read);

    /// <summary>Of which choices this is the preview.</summary>
    public static string SeenOf(BudgetListResult read) =>
        string.Join(
            '|',
            [
                $"{read.Import.Stage}",
                .. read.Reading.Questions.Select(question => $"{question.Field}={question.Chosen}"),
            ]
        );
}
