using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Tree;

/// <summary>Addresses of the tree's page; what is chosen stands in the query, so that it works without script.</summary>
/// <param name="IsList">The tree as a table instead of the picture.</param>
/// <param name="Page">Of the table; 0 is the first.</param>
internal sealed record TreeAddress(string Root, TreeChoice Choice, bool IsList, int Page)
{
    private const int MostTurned = 60;
    private const int LongestSearch = 80;

    public static TreeAddress Of(OfficeYear office, IQueryCollection query)
    {
        var search = query["cari"].ToString().Trim();
        var isList = query["bentuk"] == "daftar";
        return new(
            $"/kantor/{office.Unit}/{office.Year}/pohon",
            new TreeChoice(
                search.Length > LongestSearch ? search[..LongestSearch] : search,
                query["ikut"].ToString() is { Length: > 0 and < 100 } followed ? followed : null,
                query["balik"]
                    .ToString()
                    .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Take(MostTurned)
                    .ToHashSet(),
                query["tampil"] == "semua" || isList
            ),
            isList,
            Paged.Asked(query["halaman"])
        );
    }

    public string Of(TreeChoice choice) => Address(choice, isList: false, 1);

    /// <summary>What is shown now as a table.</summary>
    public string List(int page) => Address(Choice, isList: true, page);

    /// <summary>The same with one node folded or opened.</summary>
    public string Turned(string id)
    {
        var turned = Choice.Turned.ToHashSet();
        if (!turned.Remove(id))
            turned.Add(id);
        return Of(Choice with { Turned = turned });
    }

    public string Followed(string id) => Of(TreeChoice.Start with { Follow = id });

    private string Address(TreeChoice choice, bool isList, int page)
    {
        var query = QueryString.Empty;
        if (choice.Search.Length > 0)
            query = query.Add("cari", choice.Search);
        if (choice.Follow is { } followed)
            query = query.Add("ikut", followed);
        if (isList)
            query = query.Add("bentuk", "daftar");
        else if (choice.IsWhole)
            query = query.Add("tampil", "semua");
        if (!isList && choice.Turned.Count > 0)
            query = query.Add("balik", string.Join(',', choice.Turned.Order(StringComparer.Ordinal)));
        if (page > 1)
            query = query.Add("halaman", page.ToString(CultureInfo.InvariantCulture));
        return Root + query.ToUriComponent();
    }
}
