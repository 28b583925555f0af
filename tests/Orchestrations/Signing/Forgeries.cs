using System.Text;
using Sakip.Documents.Pdf.Objects;
using static Sakip.Tests.Orchestrations.Signing.SignedUpdate;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>Ways to change what a signed file shows without touching a signed byte.</summary>
internal static class Forgeries
{
    private static readonly PdfRectangle _page = new(0, 0, 595, 842);
    private static readonly PdfRectangle _beside = new(60, 100, 220, 60);

    /// <summary>An update that nobody signs.</summary>
    public static IReadOnlyDictionary<string, Action<PdfFile, PdfUpdate>> Unsigned { get; } =
        new Dictionary<string, Action<PdfFile, PdfUpdate>>(StringComparer.Ordinal)
        {
            ["page content replaced"] = (file, update) => ReplacePage(file, update, "Contents", Stream(update)),
            ["page resources replaced"] = (file, update) => ReplacePage(file, update, "Resources", PdfDictionary.Empty),
            ["page turned"] = (file, update) => ReplacePage(file, update, "Rotate", new PdfNumber(180)),
            ["page cropped"] = (file, update) => ReplacePage(file, update, "CropBox", PdfArray.Of(0, 0, 9, 9)),
            ["page opens an action"] = (file, update) => ReplacePage(file, update, "AA", Action("JavaScript")),
            ["annotations gone"] = (file, update) => ReplacePage(file, update, "Annots", new PdfArray([])),
            ["a stamp that calls itself a field"] = (file, update) =>
                Cover(file, update, w => w.With("Subtype", new PdfName("Stamp"))),
            ["a link that calls itself a field"] = (file, update) =>
                Cover(file, update, w => w.With("Subtype", new PdfName("Link")).With("A", Action("URI"))),
            ["a note"] = (file, update) => Cover(file, update, w => w.With("Subtype", new PdfName("FreeText"))),
            ["an unsigned widget over the page"] = (file, update) => Cover(file, update, w => w),
            ["an unsigned widget with validation data"] = (file, update) =>
            {
                Cover(file, update, w => w);
                Catalog(file, update, "DSS", PdfDictionary.Empty);
            },
            ["a widget with a value of garbage"] = (file, update) =>
                Cover(file, update, w => w.With("V", Garbage(update))),
            ["a widget with the first signature again"] = (file, update) =>
                Cover(file, update, w => w.With("V", file.SignatureFieldsOf()[0].Dictionary["V"]!)),
            ["a widget in the form alone"] = (file, update) => AddToForm(file, update, update.Add(Widget(_page))),
            ["a widget on the page alone"] = (file, update) => AddToPage(file, update, update.Add(Widget(_page))),
            ["script at opening"] = (file, update) => Catalog(file, update, "OpenAction", Action("JavaScript")),
            ["other pages"] = (file, update) =>
                Catalog(
                    file,
                    update,
                    "Pages",
                    update.Add(
                        PdfDictionary.Of(
                            ("Type", new PdfName("Pages")),
                            ("Kids", new PdfArray([])),
                            ("Count", new PdfNumber(0))
                        )
                    )
                ),
            ["layers"] = (file, update) => Catalog(file, update, "OCProperties", PdfDictionary.Empty),
            ["names"] = (file, update) => Catalog(file, update, "Names", PdfDictionary.Of(("JavaScript", Action("X")))),
            ["form gone"] = (file, update) => Catalog(file, update, "AcroForm", new PdfNull()),
            ["form draws its fields anew"] = (file, update) =>
                Form(file, update, "NeedAppearances", new PdfBoolean(true)),
            ["form with a script"] = (file, update) => Form(file, update, "CO", new PdfArray([])),
            ["signature taken away"] = (file, update) => Field(file, update, f => f.Without("V")),
            ["signature drawn otherwise"] = (file, update) =>
                Field(file, update, f => f.With("AP", Drawn(Picture(update, "0 0 220 60 re f")))),
            ["signature moved"] = (file, update) => Field(file, update, f => f.With("Rect", _page.ToArray())),
            ["title changed"] = (file, update) =>
            {
                var title = PdfDictionary.Of(("Title", PdfText.FromText("Perjanjian lain")));
                if (file.Trailer["Info"] is PdfReference info)
                {
                    update.Replace(info, title);
                }
                else
                {
                    update.Replace(file.Root, file.Catalog.With("Info", title));
                }
            },
            ["validation data that are a page's resources"] = (file, update) =>
                Catalog(file, update, "DSS", PdfDictionary.Of(("Certs", file.PagesOf()[0].Reference))),
            ["validation data that draw"] = (file, update) =>
                Catalog(file, update, "DSS", PdfDictionary.Of(("Certs", new PdfArray([Picture(update, "f")])))),
            ["validation data and an object beside them"] = (file, update) =>
            {
                update.Add(Action("JavaScript"));
                Catalog(file, update, "DSS", PdfDictionary.Empty);
            },
            ["nothing at all"] = (_, _) => { },
        };

    /// <summary>An update that a stranger signs, validly, to its end.</summary>
    public static IReadOnlyDictionary<string, Action<PdfFile, PdfUpdate, PdfReference>> Signed { get; } =
        new Dictionary<string, Action<PdfFile, PdfUpdate, PdfReference>>(StringComparer.Ordinal)
        {
            ["covers the page"] = (file, update, v) => Visible(file, update, v, _page),
            ["covers another signature"] = (file, update, v) => Visible(file, update, v, _beside, page: 1),
            ["stands where nothing is reserved"] = (file, update, v) =>
                Visible(file, update, v, new PdfRectangle(300, 500, 220, 60)),
            ["carries a link"] = (file, update, v) => Invisible(file, update, v, w => w.With("A", Action("URI"))),
            ["carries an action"] = (file, update, v) => Invisible(file, update, v, w => w.With("AA", Action("X"))),
            ["has a caption"] = (file, update, v) =>
                Invisible(file, update, v, w => w.With("MK", PdfDictionary.Of(("CA", PdfText.FromText("LUNAS"))))),
            ["has kids"] = (file, update, v) =>
                Invisible(file, update, v, w => w.With("Kids", new PdfArray([update.Add(Widget(_page))]))),
            ["is a stamp"] = (file, update, v) =>
                Invisible(file, update, v, w => w.With("Subtype", new PdfName("Stamp"))),
            ["has the name of another"] = (file, update, v) =>
                AddField(file, update, v, file.SignatureFieldsOf()[0].Name, PdfRectangle.Nowhere),
            ["changes the page as well"] = (file, update, v) =>
            {
                AddToForm(file, update, update.Add(Widget(PdfRectangle.Nowhere).With("V", v)));
                ReplacePage(file, update, "Contents", Stream(update));
            },
            ["brings a second widget"] = (file, update, v) =>
            {
                var second = update.Add(Widget(_page));
                var field = update.Add(Widget(PdfRectangle.Nowhere).With("V", v));
                AddToForm(file, update, field);
                var page = file.PagesOf()[0];
                update.Replace(
                    page.Reference,
                    page.Dictionary.With(
                        "Annots",
                        new PdfArray([.. file.Array(page.Dictionary["Annots"]), field, second])
                    )
                );
            },
            ["goes before the others"] = (file, update, v) =>
            {
                var field = update.Add(Widget(PdfRectangle.Nowhere).With("V", v));
                var form = file.Dictionary(file.Catalog["AcroForm"])!;
                update.Replace(
                    (PdfReference)file.Catalog["AcroForm"]!,
                    form.With("Fields", new PdfArray([field, .. file.Array(form["Fields"])]))
                );
            },
            ["changes the catalog as well"] = (file, update, v) =>
            {
                Invisible(file, update, v, w => w);
                Catalog(file, update, "OpenAction", Action("JavaScript"));
            },
            ["brings an object that nothing needs"] = (file, update, v) =>
            {
                Invisible(file, update, v, w => w);
                update.Add(Action("JavaScript"));
            },
            ["draws a foreign page"] = (file, update, v) =>
                Invisible(
                    file,
                    update,
                    v,
                    w =>
                        w.With(
                            "AP",
                            Drawn(
                                update.Add(
                                    new PdfStream(
                                        PdfDictionary.Of(
                                            ("Subtype", new PdfName("Form")),
                                            ("Ref", PdfDictionary.Empty)
                                        ),
                                        "f"u8.ToArray()
                                    )
                                )
                            )
                        )
                ),
        };

    public static PdfDictionary Widget(PdfRectangle place) =>
        PdfDictionary.Of(
            ("Type", new PdfName("Annot")),
            ("Subtype", new PdfName("Widget")),
            ("FT", new PdfName("Sig")),
            ("T", PdfText.FromText("palsu")),
            ("F", new PdfNumber(4)),
            ("Rect", place.ToArray())
        );

    private static void Cover(PdfFile file, PdfUpdate update, Func<PdfDictionary, PdfDictionary> twist) =>
        AddField(
            file,
            update,
            null,
            "palsu",
            _page,
            w => twist(w.With("AP", Drawn(Picture(update, "1 1 1 rg 0 0 220 60 re f"))))
        );

    private static void Visible(PdfFile file, PdfUpdate update, PdfReference v, PdfRectangle place, int page = 0) =>
        AddField(file, update, v, "palsu", place, w => w.With("AP", Drawn(Picture(update, "0 0 220 60 re f"))), page);

    private static void Invisible(
        PdfFile file,
        PdfUpdate update,
        PdfReference v,
        Func<PdfDictionary, PdfDictionary> twist
    ) => AddField(file, update, v, "palsu", PdfRectangle.Nowhere, twist);

    private static void ReplacePage(PdfFile file, PdfUpdate update, string key, PdfObject value)
    {
        var page = file.PagesOf()[^1];
        update.Replace(page.Reference, page.Dictionary.With(key, value));
    }

    private static void Catalog(PdfFile file, PdfUpdate update, string key, PdfObject value) =>
        update.Replace(file.Root, file.Catalog.With(key, value));

    private static void Form(PdfFile file, PdfUpdate update, string key, PdfObject value) =>
        update.Replace(
            (PdfReference)file.Catalog["AcroForm"]!,
            file.Dictionary(file.Catalog["AcroForm"])!.With(key, value)
        );

    private static void Field(PdfFile file, PdfUpdate update, Func<PdfDictionary, PdfDictionary> twist)
    {
        var field = file.SignatureFieldsOf()[^1];
        update.Replace(field.Reference!, twist(field.Dictionary));
    }

    private static PdfReference Stream(PdfUpdate update) =>
        update.Add(new PdfStream(PdfDictionary.Empty, Encoding.ASCII.GetBytes("0 0 500 500 re f")));

    private static PdfReference Garbage(PdfUpdate update) =>
        update.Add(
            PdfDictionary.Of(
                ("Type", new PdfName("DocTimeStamp")),
                ("SubFilter", new PdfName("ETSI.RFC3161")),
                ("ByteRange", PdfArray.Of(0, 10, 100_000, 10)),
                ("Contents", new PdfString([1, 2, 3], Hex: true))
            )
        );

    private static PdfDictionary Action(string kind) =>
        PdfDictionary.Of(
            ("S", new PdfName(kind)),
            ("URI", PdfText.FromText("http://jahat.example")),
            ("JS", PdfText.FromText("app.alert(1)"))
        );
}
