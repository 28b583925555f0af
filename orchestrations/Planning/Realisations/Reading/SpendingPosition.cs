using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>The day up to which a file's figures stand: from its own column, as typed, or from its title.</summary>
internal sealed record SpendingPosition(DateOnly? Day, IReadOnlyList<PlanError> Errors)
{
    private static readonly SheetColumn Column = Columns.Day("Tanggal posisi", "position");

    public static SpendingPosition Of(SpendingTable table, RealisationImport import, int year)
    {
        var column =
            table
                .Block.Headings.FirstOrDefault(heading => heading.Role(year, import.Quarter) == SpendingRole.Position)
                ?.Column
            ?? 0;
        var (day, errors) = column == 0 ? (null, []) : InColumn(table, column, import.Quarter, year);
        if (day is not null || errors.Count > 0)
            return new SpendingPosition(day, errors);
        day = import.Position ?? table.Titles.Select(SpendingPeriods.DayIn).FirstOrDefault(found => found is not null);
        if (day is null)
        {
            errors.Add(
                new PlanError(
                    "$",
                    "Tanggal posisi belum ada: isi kolom Tanggal posisi di berkas, atau tanggalnya pada formulir unggah.",
                    table.Place(table.Block.First, null)
                )
            );
        }
        else if (Outside(day.Value, import.Quarter, year) is { } outside)
        {
            errors.Add(new PlanError("$", outside, table.Place(table.Block.First, null)));
        }

        return new SpendingPosition(day, errors);
    }

    private static (DateOnly? Day, List<PlanError> Errors) InColumn(
        SpendingTable table,
        int column,
        Quarter quarter,
        int year
    )
    {
        DateOnly? known = null;
        var errors = new List<PlanError>();
        foreach (var row in table.Lines.Where(line => line.Sub is not null).Select(line => line.Row))
        {
            var reading = CellReading.Of(Column, row[column], () => []);
            if (reading.Error is { } error)
            {
                errors.Add(new PlanError("$", error, table.Place(row.Number, column)));
            }
            else if (reading.Value is { } value)
            {
                var day = DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (Outside(day, quarter, year) is { } outside)
                    errors.Add(new PlanError("$", outside, table.Place(row.Number, column)));
                if (known is { } first && first != day)
                {
                    errors.Add(
                        new PlanError(
                            "$",
                            $"Tanggal posisi {IndonesianDate.Long(day)} berbeda dari baris sebelumnya ({IndonesianDate.Long(first)}). "
                                + "Satu berkas memuat satu posisi; samakan tanggalnya, atau kosongkan kolom ini dan isi tanggal pada formulir unggah.",
                            table.Place(row.Number, column)
                        )
                    );
                }

                known ??= day;
            }
        }

        return (known, errors);
    }

    private static string? Outside(DateOnly day, Quarter quarter, int year)
    {
        var (first, last) = (quarter.FirstDay(year), quarter.LastDay(year));
        return day >= first && day <= last
            ? null
            : $"Tanggal posisi {IndonesianDate.Long(day)} di luar triwulan {quarter.Roman()} ({IndonesianDate.Long(first)} sampai {IndonesianDate.Long(last)}). Pilih triwulan yang sesuai, atau perbaiki tanggalnya.";
    }
}
