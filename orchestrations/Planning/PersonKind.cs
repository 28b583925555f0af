namespace Sakip.Planning;

/// <summary>What an official is by law; it decides what stands under a signature.</summary>
public enum PersonKind
{
    /// <summary>A civil servant, with an NIP.</summary>
    Asn,

    /// <summary>Governor, regent or mayor: elected, without NIP and rank.</summary>
    KepalaDaerah,

    /// <summary>Contract staff without NIP.</summary>
    NonAsn,
}

/// <summary>Derives the kind of a person where a plan does not say it.</summary>
internal static class PersonKinds
{
    private static readonly string[] Offices = ["gubernur", "bupati", "wali kota", "walikota"];

    /// <param name="posts">Names of the posts that the person holds.</param>
    public static PersonKind Of(Official official, IEnumerable<string> posts) =>
        official.Kind
        ?? (
            official.HasNip() ? PersonKind.Asn
            : posts.Any(IsOfRegionalHead) ? PersonKind.KepalaDaerah
            : PersonKind.NonAsn
        );

    // "Wakil Bupati Contoh" is one, "Asisten Gubernur" is none.
    private static bool IsOfRegionalHead(string post)
    {
        var bare = post.Trim().ToLowerInvariant();
        const string Deputy = "wakil ";
        if (bare.StartsWith(Deputy, StringComparison.Ordinal))
            bare = bare[Deputy.Length..];
        return Offices.Any(office =>
            bare.StartsWith(office, StringComparison.Ordinal)
            && (bare.Length == office.Length || !char.IsLetter(bare[office.Length]))
        );
    }
}
