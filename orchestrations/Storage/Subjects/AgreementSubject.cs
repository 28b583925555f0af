using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>A performance agreement and its revisions; without a post it is the office's own.</summary>
/// <param name="Revision">0 for the first agreement of the year.</param>
/// <param name="Post">The post whose holder promises; null for the head of the office.</param>
internal sealed record AgreementSubject(OfficeYear Office, int Revision, string? Post = null) : Subject(Office)
{
    public const string Name = "agreement";

    public override string Kind => Name;
    public override string Rest =>
        Post is null ? FormattableString.Invariant($"{Revision}") : FormattableString.Invariant($"{Post}:{Revision}");

    internal static AgreementSubject? Of(OfficeYear office, string[] rest) =>
        rest switch
        {
            [var revision] when Number(revision) is { } number => new AgreementSubject(office, number),
            [var post, var revision] when Number(revision) is { } number => new AgreementSubject(office, number, post),
            _ => null,
        };
}
