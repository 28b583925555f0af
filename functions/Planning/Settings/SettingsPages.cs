using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Settings;

/// <summary>Windows, policy, holidays, roles, appointments and contacts. Every change is a version of the plan, with its reason.</summary>
internal sealed class SettingsPages(
    PlanDesk desk,
    SettingsOverview overview,
    WindowBook windows,
    PageRenderer pages,
    TimeProvider clock
)
{
    private const string Base = Routes.Office + "/pengaturan";

    [Allow(Who.Planner, Who.Administrator)]
    [Function("Settings")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Base)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        return await pages.RenderAsync<SettingsPage>(await overview.OfAsync(plan, request.Caller(), cancellation));
    }

    [Allow(Who.Planner, Who.Administrator)]
    [Function("SettingsWindows")]
    public async Task<IResult> Windows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/jendela")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var inForce = await windows.AllAsync(request.Plan(), cancellation);
        return await PageAsync(
            request,
            office,
            (plan, url, typed) => SettingsForms.Windows(plan, inForce, url, Today(plan), typed),
            (plan, form) => SettingsChanges.Windows(plan, form, Today(plan)),
            cancellation
        );
    }

    [Allow(Who.Planner)]
    [Function("SettingsPolicy")]
    public Task<IResult> Policy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/kebijakan")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        PageAsync(
            request,
            office,
            (plan, url, typed) => SettingsForms.Policy(plan, url, typed),
            SettingsChanges.Policy,
            cancellation
        );

    [Allow(Who.Planner, Who.Administrator)]
    [Function("SettingsHolidays")]
    public Task<IResult> Holidays(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/hari-libur")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        PageAsync(
            request,
            office,
            (plan, url, typed) => SettingsForms.Holidays(plan, url, typed),
            (_, form) => SettingsChanges.Holidays(form),
            cancellation
        );

    [Allow(Who.Administrator)]
    [Function("SettingsRoles")]
    public Task<IResult> Roles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/peran")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => PageAsync(request, office, PeopleForms.Roles, (_, form) => SettingsChanges.Roles(form), cancellation);

    [Allow(Who.Administrator)]
    [Function("SettingsAppointments")]
    public Task<IResult> Appointments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/penempatan")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        PageAsync(
            request,
            office,
            (plan, url, typed) => PeopleForms.Appointments(plan, url, Today(plan), typed),
            (_, form) => SettingsChanges.Appointments(form),
            cancellation
        );

    [Allow(Who.Administrator)]
    [Function("SettingsOfficials")]
    public Task<IResult> Officials(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/pegawai")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        PageAsync(
            request,
            office,
            (plan, url, typed) => StaffForms.Officials(plan, url, Today(plan), typed),
            StaffChanges.Official,
            cancellation
        );

    [Allow(Who.Administrator)]
    [Function("SettingsPosts")]
    public Task<IResult> Posts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/jabatan")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => PageAsync(request, office, StaffForms.PostList, StaffChanges.Post, cancellation);

    [Allow(Who.Administrator)]
    [Function("SettingsSubUnits")]
    public Task<IResult> SubUnits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/sub-unit")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => PageAsync(request, office, StaffForms.SubUnitList, StaffChanges.SubUnit, cancellation);

    [Allow(Who.Administrator)]
    [Function("SettingsContacts")]
    public Task<IResult> Contacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base + "/kontak")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => PageAsync(request, office, PeopleForms.Contacts, (_, form) => SettingsChanges.Contact(form), cancellation);

    private async Task<IResult> PageAsync(
        HttpRequest request,
        OfficeYear office,
        Func<OfficePlan, string, FormState, SettingsFormView> show,
        Func<OfficePlan, PostedForm, Func<OfficePlan, OfficePlan>> read,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        _ = int.TryParse(request.Query["halaman"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        var url = request.Path.ToString();
        var search = request.Query["cari"].ToString().Trim();
        if (!HttpMethods.IsPost(request.Method))
        {
            var view = show(plan, url, FormState.Empty).Listed(search, page);
            return await pages.RenderAsync<SettingsFormPage>(
                request.Query.ContainsKey("tersimpan")
                    ? view with
                    {
                        Message = "Perubahan tersimpan sebagai versi baru.",
                        Saved = true,
                    }
                    : view
            );
        }

        var form = new PostedForm(await request.ReadFormAsync(cancellation));
        var change = read(plan, form);
        var reason = SettingsChanges.IsRemoval(form) ? SettingsFormView.PickReasonField : SettingsFormView.ReasonField;
        if (form.Text(reason).Length == 0)
            form.Fault(reason, "Alasan perubahan wajib diisi.");
        if (form.Faults.Count == 0)
            await ChangeAsync(request.Caller(), office, change, form, form.Text(reason), cancellation);
        if (form.Faults.Count == 0)
            return Answers.SeeOther(url + "?tersimpan=ya");
        return await pages.RenderAsync<SettingsFormPage>(
            (show(plan, url, form.State) with { Form = form.State, Message = null }).Listed(search, page),
            StatusCodes.Status422UnprocessableEntity
        );
    }

    private async Task ChangeAsync(
        Caller caller,
        OfficeYear office,
        Func<OfficePlan, OfficePlan> change,
        PostedForm form,
        string reason,
        CancellationToken cancellation
    )
    {
        var by = caller.As(Who.Administrator, Who.Planner);
        var result = await desk.ChangeAsync(office, change, by, reason, cancellation);
        switch (result.Outcome)
        {
            case PlanChangeOutcome.Changed:
                return;
            case PlanChangeOutcome.Unchanged:
                form.Fault("", "Tidak ada yang berubah: isian sama dengan yang berlaku.");
                return;
            case PlanChangeOutcome.Conflict:
                form.Fault(
                    "",
                    "Orang lain baru saja mengubah rencana ini. Periksa keadaan terbaru, lalu kirim kembali."
                );
                return;
        }

        foreach (var error in result.Errors)
        {
            var field = StaffChanges.FieldOf(error.Path);
            form.Fault(form.Has(field) ? field : "", error.Message);
        }
    }

    private DateOnly Today(OfficePlan plan) => plan.Zone.DateAt(clock.GetUtcNow());
}
