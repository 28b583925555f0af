using System.Text.RegularExpressions;

namespace Sakip.Planning;

/// <summary>Collects what is wrong; one place for the checks that every part of a plan shares.</summary>
internal sealed partial class Faults
{
    private readonly List<PlanError> _errors = [];

    public IReadOnlyList<PlanError> All => _errors;

    public void Add(string path, string message) => _errors.Add(new PlanError(path, message));

    public void Require(bool holds, string path, string message)
    {
        if (!holds)
            Add(path, message);
    }

    public void Code(string code, string path) =>
        Require(
            CodePattern().IsMatch(code),
            path,
            "Kode memakai huruf kecil, angka, dan tanda hubung, 1 sampai 16 karakter."
        );

    public void SectionCode(string code, string path) =>
        Require(
            SectionCodePattern().IsMatch(code),
            path,
            "Kode bagian memakai huruf kecil, angka, dan tanda hubung, 1 sampai 40 karakter."
        );

    public void BudgetCode(string code, string path) =>
        Require(
            BudgetCodePattern().IsMatch(code),
            path,
            "Kode anggaran memakai huruf, angka, dan titik, 1 sampai 32 karakter."
        );

    public void Text(string text, string path) =>
        Require(!string.IsNullOrWhiteSpace(text), path, "Tidak boleh kosong.");

    public void Known(string? code, IReadOnlySet<string> known, string path, string what) =>
        Require(code is null || known.Contains(code), path, $"{what} dengan kode '{code}' tidak ada dalam rencana.");

    /// <summary>Reports every value that stood before in the list.</summary>
    public void Unique<T>(IEnumerable<T> values, Func<int, string> path, string what)
        where T : notnull
    {
        var seen = new Dictionary<T, int>();
        var index = 0;
        foreach (var value in values.ToList())
        {
            if (!seen.TryAdd(value, index))
            {
                Add(path(index), $"{what} '{value}' sudah dipakai di {path(seen[value])}.");
            }

            index++;
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,16}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodePattern();

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SectionCodePattern();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.]{0,31}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BudgetCodePattern();
}
