namespace Sakip.Functions.Web;

internal sealed record NotFoundView;
