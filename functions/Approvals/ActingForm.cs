using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Approvals;

/// <summary>The page that names an acting official.</summary>
internal sealed record ActingView(string Base, FormState Form, IReadOnlyList<FieldView> Fields);

/// <summary>Shows and reads the form that names an acting official.</summary>
internal static class ActingForm
{
    private static readonly Tenure[] Tenures = [Tenure.Plh, Tenure.Plt, Tenure.Pj];

    public static ActingView Of(OfficePlan plan, string url, FormState form) =>
        new(
            url,
            form,
            [
                form.Choice("jabatan", "Jabatan", [.. plan.Posts.Select(post => (post.Code, post.Name))]),
                form.Choice(
                    "pejabat",
                    "Pejabat pelaksana",
                    [
                        .. plan
                            .Officials.Select(official => (official.Code, official.FullName()))
                            .OrderBy(one => one.Item2, PageWords.Order),
                    ]
                ),
                form.Choice("jenis", "Jenis", [.. Tenures.Select(tenure => (tenure.ToString(), WordOf(tenure)))]),
                form.Field("keputusan", "Nomor surat penunjukan"),
                form.Day("mulai", "Mulai"),
                form.Day("sampai", "Sampai (boleh kosong)"),
            ]
        );

    /// <param name="caller">Who names: nobody names themselves.</param>
    public static Appointment Read(PostedForm form, string caller)
    {
        var post = form.Chosen("jabatan", "jabatan yang diwakili");
        var official = form.Chosen("pejabat", "pejabat pelaksananya");
        if (official == caller)
            form.Fault("pejabat", "Anda tidak dapat menunjuk diri sendiri sebagai pejabat pelaksana.");
        if (!Enum.TryParse<Tenure>(form.Text("jenis"), out var tenure) || !Tenures.Contains(tenure))
            form.Fault("jenis", "Pilih jenis penunjukan: Plh., Plt., atau Pj.");
        var decree = form.Required("keputusan", "Nomor surat penunjukan");
        var (from, until) = (form.Day("mulai", "Mulai"), form.DayOrNone("sampai", "Sampai"));
        if (until < from)
            form.Fault("sampai", "Hari terakhir tidak boleh sebelum hari mulai.");
        return new Appointment(official, post, tenure, from, until, decree);
    }

    private static string WordOf(Tenure tenure) =>
        tenure switch
        {
            Tenure.Plh => "Plh. – mewakili pejabat yang berhalangan",
            Tenure.Plt => "Plt. – mengisi jabatan yang kosong",
            _ => "Pj. – penjabat pada jabatan yang kosong",
        };
}
