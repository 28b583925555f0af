using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Approvals;

/// <summary>What the page says on top.</summary>
internal sealed record SeveralSaying(
    string? Words = null,
    bool IsError = false,
    int Status = StatusCodes.Status200OK,
    bool HasCode = false,
    Notice Notice = Notice.None
)
{
    public IReadOnlyList<string> Refused { get; init; } = [];
}

/// <summary>Shows what waits for a link's bearer together.</summary>
internal sealed class SeveralScreens(LinkDoor door, SigningRoom signing, PageRenderer pages)
{
    public async Task<IResult> ShowAsync(
        OpenedLink link,
        string token,
        IReadOnlyList<OpenedLink> open,
        IReadOnlyList<OpenedLink>? chosen,
        SeveralSaying said
    )
    {
        var isSignature = link.Policy.NeedsCode;
        var view = new SeveralView
        {
            Office = link.Plan.Unit.Name,
            Title = isSignature ? "Tanda tangan perjanjian kinerja" : "Pemeriksaan perjanjian kinerja",
            Lead = isSignature
                ? "Bacalah tiap dokumen, lalu tanda tangani semuanya dengan satu kode. Setiap tanda tangan dicatat sendiri-sendiri."
                : "Periksalah tiap naskah, lalu nyatakan semuanya sesuai. Setiap keputusan dicatat sendiri-sendiri.",
            Action = $"/tautan/{token}/bersama",
            ActionToken = door.ActionToken(link),
            YesLabel = isSignature ? "Tanda tangani yang dipilih" : "Nyatakan sesuai yang dipilih",
            Rows =
            [
                .. open.Select(one =>
                    SeveralView.RowOf(one, door.TokenOf(one), chosen?.Any(it => it.Subject == one.Subject) ?? true)
                ),
            ],
            NeedsCode = isSignature,
            CodeField = new FieldView(
                "kode",
                "Kode enam angka",
                "",
                Error: said.Notice == Notice.None ? null : NoticeWords.Of(said.Notice),
                InputMode: "numeric"
            )
            {
                IsFocused = said.HasCode || said.Notice != Notice.None,
            },
            AsksForPassphrase = isSignature && signing.AsksForPassphrase,
            Message = said.Words,
            IsError = said.IsError,
            Refused = said.Refused,
        };
        return await pages.RenderAsync<SeveralPage>(view, said.Status);
    }
}
