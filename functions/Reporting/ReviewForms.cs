using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Signing;

namespace Sakip.Functions.Reporting;

/// <summary>The review's form: a checklist of many items over days, so what is filled in is kept as a draft.</summary>
internal sealed class ReviewForms(ReviewDesk reviews, DraftBook drafts, ReviewHandOver handOver)
{
    public const string Save = "simpan";
    public const string AllFulfilled = "semua-terpenuhi";
    private const int WriterBytes = 8;

    /// <param name="typed">What was sent just now; null shows the draft, or what stood in the attempt before.</param>
    public async Task<LinkView> ShowAsync(
        LinkView view,
        OpenedLink link,
        IReadOnlyDictionary<string, string>? typed,
        IReadOnlyDictionary<string, string>? errors,
        CancellationToken cancellation
    )
    {
        var draft = await drafts.FindAsync(link, cancellation);
        var groups = ReviewFormView.Of(
            link.Plan,
            link.State?.Body is { } body ? SakipJson.Read<DocumentState>(body).Places ?? [] : [],
            view.DocumentUrl!,
            await reviews.BeforeAsync(link, cancellation),
            typed ?? draft?.Fields,
            errors ?? new Dictionary<string, string>()
        );
        var standing = groups
            .SelectMany(group => group.Fields)
            .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        var (answered, total) = ReviewForm.Count(link.Plan, standing);
        return view with
        {
            Groups = groups,
            Review = new ReviewDraftView(
                answered,
                total,
                draft?.Revision ?? 0,
                typed?.GetValueOrDefault("penulis")
                    ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(WriterBytes)),
                draft is null ? null : PageWords.Moment(draft.At),
                handOver.FieldsOf(link, typed)
            ),
        };
    }

    /// <summary>Keeps the draft; what the page shows next, or null where the decision itself is wanted.</summary>
    public async Task<(LinkForm Form, Notice Notice, IResult? Answer)?> KeepAsync(
        HttpRequest request,
        OpenedLink link,
        LinkForm form,
        CancellationToken cancellation
    )
    {
        var isAll = form["tindakan"] == AllFulfilled;
        var filled = isAll ? form with { Fields = ReviewForm.AllFulfilled(link.Plan, form.Fields) } : form;
        _ = int.TryParse(form["revisi"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var kept = await drafts.SaveAsync(link, filled.Fields, seen, form["penulis"], cancellation, ReviewForm.IsOurs);
        if (form["tindakan"] == ReviewHandOver.Action && !kept.IsConflict)
            return (filled, Notice.ColleagueMissing, await handOver.TryAsync(link, form, cancellation));
        if (!isAll && form["tindakan"] is not (Save or ReviewHandOver.Action))
            return null;
        var isScript = request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (kept.IsConflict)
        {
            return (
                filled,
                Notice.DraftOvertaken,
                isScript
                    ? Answers.Problem(
                        409,
                        "Draf diubah orang lain",
                        "Orang lain menyimpan draf ini setelah halaman Anda dibuka."
                    )
                    : null
            );
        }

        return (
            filled,
            Notice.DraftKept,
            isScript
                ? Results.Json(new { revision = kept.Saved.Revision, savedAt = PageWords.Moment(kept.Saved.At) })
                : null
        );
    }
}
