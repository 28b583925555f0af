using Microsoft.AspNetCore.Http;
using Sakip.Functions.Access;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Web.Api;

/// <summary>The official in whose name a machine acts, with what that official is today.</summary>
internal sealed class NamedCaller(TimeProvider clock)
{
    /// <summary>Null for a code that the plan does not know, or somebody without a part.</summary>
    public Caller? Find(OfficePlan plan, string? code)
    {
        return plan.Officials.FirstOrDefault(official => official.Code == code) is { } official
            ? Callers.Of(plan, official, plan.Zone.DateAt(clock.GetUtcNow()))
            : null;
    }

    public static IResult NotAllowed(string? code) =>
        Answers.Problem(
            403,
            "Pelaku tidak berwenang",
            $"'{code}' tidak berwenang melakukan ini; sebutkan kode pegawai yang berwenang pada 'by'."
        );
}
