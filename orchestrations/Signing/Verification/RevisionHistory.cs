using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// What was appended after each signature, update by update. The first signed revision is taken as it is; every later one must keep to
/// <see cref="UpdateRule"/>, and the first that does not speaks against all signatures before it.
/// </summary>
internal sealed class RevisionHistory
{
    private readonly PdfFile _file;
    private readonly IReadOnlyList<FoundSignature> _found;
    private readonly HashSet<int> _ends;
    private readonly HashSet<int> _endsOfRevisions = [];
    private int _soundUpTo;

    private RevisionHistory(PdfFile file, IReadOnlyList<FoundSignature> found)
    {
        (_file, _found) = (file, found);
        _ends = [.. found.Select(s => s.End)];
    }

    /// <param name="found">Every signature and time stamp of the file's form.</param>
    public static RevisionHistory Read(PdfFile file, IReadOnlyList<FoundSignature> found)
    {
        var history = new RevisionHistory(file, found);
        if (found.Any(s => s.Range is not null) && file.IsInReach)
        {
            try
            {
                history.Walk(found.Min(s => s.End));
            }
            catch (PdfFormatException e) when (e is not ReadingBudgetException)
            {
                // What cannot be read strictly is a change: the walk ends where it stood.
            }
        }

        return history;
    }

    public LaterChanges ChangesAfter(FoundSignature signature) =>
        !_file.IsInReach ? LaterChanges.Content
        : signature.End == _file.Bytes.Length ? LaterChanges.None
        : _soundUpTo == _file.Bytes.Length && _endsOfRevisions.Contains(signature.End) ? LaterChanges.OnlySignatures
        : LaterChanges.Content;

    private void Walk(int firstEnd)
    {
        if (firstEnd == _file.Bytes.Length)
        {
            _soundUpTo = firstEnd;
            return;
        }

        var view = PdfFile.Open(_file.Bytes[..firstEnd], _file.Budget);
        var first = _found.First(s => s.End == firstEnd);
        if (PdfRevision.EndOf(_file.Bytes, view.Sections[0], _ends) != firstEnd || !Holds(view, first))
        {
            return;
        }

        _soundUpTo = firstEnd;
        _endsOfRevisions.Add(firstEnd);
        var later = _file.Sections.TakeWhile(s => s.Offset >= firstEnd).Reverse().ToList();
        if (later.Count + view.Sections.Count != _file.Sections.Count)
        {
            return;
        }

        var state = FirstRevision.Of(view);
        foreach (var section in later)
        {
            var update = PdfRevision.Read(view, section, _file.Bytes, _ends);
            var signature = _found.FirstOrDefault(s => s.End == update.End);
            if (!new UpdateRule(update, state, signature).Allows())
            {
                return;
            }

            view = update.After;
            _soundUpTo = update.End;
            _endsOfRevisions.Add(update.End);
        }
    }

    private static bool Holds(PdfFile view, FoundSignature signature) =>
        view.SignatureFieldsOf()
            .Any(f =>
                f.Name == signature.Field.Name && PdfComparison.Same(f.Value, signature.Field.Value, view.Budget)
            );
}
