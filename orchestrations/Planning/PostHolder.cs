namespace Sakip.Planning;

/// <summary>Who holds a post on a date, and how.</summary>
internal sealed record PostHolder(Post Post, Official Official, Tenure Tenure)
{
    /// <summary>The title as signed, for example "Plt. Kepala Biro Organisasi".</summary>
    public string Title => Tenure == Tenure.Definitive ? Post.Name : $"{Tenure}. {Post.Name}";

    /// <summary>
    /// What a signed document keeps of the holder; people move, documents do not. Under a regional head's signature stand
    /// neither rank nor NIP, as the templates have it.
    /// </summary>
    public OfficialSnapshot Snapshot()
    {
        var isRegionalHead = PersonKinds.Of(Official, [Post.Name]) == PersonKind.KepalaDaerah;
        return new(
            Official.Code,
            Official.FullName(),
            !isRegionalHead && Official.HasNip() ? Official.Nip : null,
            isRegionalHead ? null : Official.Rank,
            Post.Code,
            Title
        );
    }
}

/// <summary>An official as they were when a document was made.</summary>
/// <param name="Official">Code of the official in the plan.</param>
/// <param name="Name">Name with titles.</param>
/// <param name="Nip">Null where none stands under the signature.</param>
/// <param name="Title">Post as signed, with Plt., Plh. or Pj. where it is held so.</param>
internal sealed record OfficialSnapshot(
    string Official,
    string Name,
    string? Nip,
    string? Rank,
    string Post,
    string Title
);
