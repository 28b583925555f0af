namespace Sakip.Planning;

/// <summary>Who holds a post on a date, and how.</summary>
internal sealed record PostHolder(Post Post, Official Official, Tenure Tenure)
{
    /// <summary>The title as signed, for example "Plt. Kepala Biro Organisasi".</summary>
    public string Title => Tenure == Tenure.Definitive ? Post.Name : $"{Tenure}. {Post.Name}";

    /// <summary>What a signed document keeps of the holder; people move, documents do not.</summary>
    public OfficialSnapshot Snapshot() =>
        new(Official.Code, Official.FullName(), Official.Nip, Official.Rank, Post.Code, Title);
}

/// <summary>An official as they were when a document was made.</summary>
/// <param name="Official">Code of the official in the plan.</param>
/// <param name="Name">Name with titles.</param>
/// <param name="Title">Post as signed, with Plt., Plh. or Pj. where it is held so.</param>
internal sealed record OfficialSnapshot(
    string Official,
    string Name,
    string Nip,
    string? Rank,
    string Post,
    string Title
);
