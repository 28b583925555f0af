using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Reporting;

/// <summary>A reviewer hands the review over to a colleague; the draft, which is the step's, goes along.</summary>
internal sealed class ReviewHandOver(LinkDesk links, PageRenderer pages, TimeProvider clock)
{
    public const string Action = "serahkan";
    private const string Colleague = "rekan";
    private const string Message = "pesan-rekan";
    private const int LongestMessage = 500;

    /// <summary>Whom to hand it to and what to tell them; nothing where no colleague has the role.</summary>
    public IReadOnlyList<FieldView> FieldsOf(OpenedLink link, IReadOnlyDictionary<string, string>? typed)
    {
        var colleagues = ColleaguesOf(link);
        if (colleagues.Count == 0)
            return [];
        var isAsked = typed?.GetValueOrDefault("tindakan") == Action;
        return
        [
            new FieldView(
                Colleague,
                "Rekan yang melanjutkan",
                typed?.GetValueOrDefault(Colleague) ?? "",
                Error: isAsked ? "Pilih rekan yang melanjutkan reviu." : null
            )
            {
                Options = [.. colleagues.Select(one => (one.Code, one.FullName()))],
            },
            new FieldView(
                Message,
                "Pesan untuk rekan (bila perlu)",
                typed?.GetValueOrDefault(Message) ?? "",
                IsLong: true
            )
            {
                Lines = 2,
                Longest = LongestMessage,
            },
        ];
    }

    /// <summary>The page that says to whom it was handed; null where no colleague was chosen.</summary>
    public async Task<IResult?> TryAsync(OpenedLink link, LinkForm form, CancellationToken cancellation)
    {
        if (ColleaguesOf(link).FirstOrDefault(one => one.Code == form[Colleague]) is not { } to)
            return null;
        var message = form[Message].Trim();
        var note = message.Length == 0 ? null : message[..Math.Min(message.Length, LongestMessage)];
        if (await links.HandOverAsync(link, to, note, cancellation) != LinkChange.Done)
            return await Answers.UnknownLinkAsync(pages);
        return await pages.RenderAsync<MessagePage>(
            new MessageView(
                "Reviu diserahkan",
                $"{to.FullName()} menerima surat dengan tautan untuk melanjutkan reviu ini. Isian yang sudah Anda simpan ikut.",
                "Tautan Anda tidak berlaku lagi. Penyerahan ini tercatat pada jejak audit."
            )
        );
    }

    /// <summary>The same for a machine, which names the colleague by code.</summary>
    public async Task<IResult> ByCodeAsync(
        OpenedLink link,
        string colleague,
        string message,
        CancellationToken cancellation
    )
    {
        var colleagues = ColleaguesOf(link);
        if (colleagues.FirstOrDefault(one => one.Code == colleague) is not { } to)
        {
            return Answers.Problem(
                422,
                "Reviu belum diserahkan",
                colleagues.Count == 0
                    ? "Belum ada rekan lain dengan peran Inspektorat. Beri peran itu pada Pengaturan, Peran, lalu kirim lagi."
                    : $"Isi colleague dengan kode rekan: {string.Join(", ", colleagues.Select(one => one.Code))}."
            );
        }

        if (message.Length > LongestMessage)
            return Answers.Problem(422, "Reviu belum diserahkan", $"Pesan paling banyak {LongestMessage} huruf.");
        return
            await links.HandOverAsync(link, to, message.Length == 0 ? null : message, cancellation) == LinkChange.Done
            ? Results.Ok(new HandedOver(to.Code, to.FullName()))
            : Answers.UnknownLink();
    }

    public IReadOnlyList<Official> ColleaguesOf(OpenedLink link) =>
        LinkDesk.ColleaguesOf(link, link.Plan.Zone.DateAt(clock.GetUtcNow()));
}
