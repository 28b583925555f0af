using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>What a machine says of a budget list in its query, as a person does on the page.</summary>
internal static class BudgetListQuery
{
    public const string Name = "name";
    public const string Stage = "stage";
    public const string Number = "number";
    public const string Date = "date";
    public const string Basis = "basis";
    public const string Explanation = "explanation";
    public const string TakesNames = "takesNames";

    /// <summary>Stands before what is chosen of a node: <c>choose.program:1.02.01=sekretariat</c>.</summary>
    public const string Node = "choose.";

    public static BudgetListImport Of(byte[] file, IQueryCollection query, string name = "")
    {
        if (query[Name].ToString() is { Length: > 0 } given)
            name = given;
        return new BudgetListImport(
            file,
            name.Length == 0 ? "daftar sub kegiatan" : RealisationAnswers.Shortened(Path.GetFileName(name))
        )
        {
            Column = Given(query, SpendingChoice.ColumnField),
            Unit = decimal.TryParse(
                query[SpendingUnit.Field],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var unit
            )
                ? unit
                : null,
            Part = Given(query, ListPart.Field),
            Stage = Enum.TryParse<BudgetStage>(query[Stage], out var stage) && Enum.IsDefined(stage) ? stage : null,
            Number = query[Number].ToString().Trim(),
            Date = DateOnly.TryParseExact(
                query[Date],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null,
            LegalBasis = Given(query, Basis),
            Explanation = query[Explanation].ToString().Trim(),
            TakesNames = query[TakesNames] == "true",
            Chosen = query
                .Where(pair => pair.Key.StartsWith(Node, StringComparison.Ordinal))
                .ToDictionary(
                    pair => pair.Key[Node.Length..],
                    pair => string.Join(',', pair.Value.Where(value => !string.IsNullOrEmpty(value))),
                    StringComparer.Ordinal
                ),
        };
    }

    /// <summary>What keeps a list from being taken, as a machine is told it.</summary>
    public static IReadOnlyList<PlanError> Open(BudgetListResult read) =>
        [
            .. read.Errors,
            .. read.Reading.Questions.Where(question => question.IsOpen).Select(Asked),
            .. read.Merged is { } merged ? Unknown(merged) : [],
            .. read.Wanted is null
                ? []
                : BudgetListDesk
                    .Missing(read.Import)
                    .Select(one => new PlanError(
                        "$",
                        $"{one.Message} Sebutkan pada parameter {(one.Field == nameof(BudgetListImport.Number) ? Number : Date)}."
                    )),
        ];

    private static PlanError Asked(SpendingQuestion question) =>
        new(
            "$",
            $"{question.Text} Pilih dengan parameter {question.Field}: "
                + string.Join("; ", question.Options.Select(RealisationAnswers.Told))
                + "."
        );

    private static IEnumerable<PlanError> Unknown(MergedList merged)
    {
        var open = merged
            .Programmes.SelectMany(programme =>
                programme.Activities.SelectMany(activity =>
                    activity.SubActivities.Select(sub => (Activity: activity.Code, Sub: sub))
                )
            )
            .Where(one => one.Sub.SubUnit.Length == 0);
        foreach (var activity in open.GroupBy(one => one.Activity))
        {
            yield return new PlanError(
                "$",
                $"Sub-unit pelaksana {activity.Count()} sub kegiatan dalam kegiatan {activity.Key} belum diketahui. Pilih dengan "
                    + $"parameter {Node}{ListAsked.UnitOfActivity(activity.Key)}, atau satu per satu, misalnya "
                    + $"{Node}{ListAsked.UnitOfSub(activity.First().Sub.Code)}."
            );
        }

        if (merged.LacksFund)
        {
            yield return new PlanError(
                "$",
                $"Sumber dana tidak ada dalam berkas. Sebutkan pada parameter {Node}{ListAsked.Fund}."
            );
        }
    }

    private static string? Given(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
