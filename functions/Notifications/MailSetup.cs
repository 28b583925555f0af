using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Notifications;

namespace Sakip.Functions.Notifications;

internal enum MailRoute
{
    /// <summary>A folder of .eml files: rehearsals and trials.</summary>
    Folder,
    Smtp,
}

/// <summary>Which way messages go.</summary>
internal sealed class MailRouteOptions
{
    public const string Section = "Mail";

    public MailRoute Transport { get; set; } = MailRoute.Smtp;

    /// <summary>The folder, where messages go into one.</summary>
    public string? Folder { get; set; }
}

/// <summary>Wires the transports: section "Mail", and "Whatsapp" where a gateway is configured.</summary>
internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var mail = configuration.GetSection(MailRouteOptions.Section);
        services
            .AddOptions<MailRouteOptions>()
            .Bind(mail)
            .Validate(
                options => options.Transport != MailRoute.Folder || !string.IsNullOrWhiteSpace(options.Folder),
                "Mail:Folder is required when Mail:Transport is folder."
            )
            .ValidateOnStart();
        services.AddOptions<MailOptions>().Bind(mail).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SmtpOptions>().Bind(mail);
        if (configuration.GetSection(WhatsappSection).Exists())
        {
            services
                .AddOptions<WhatsappOptions>()
                .BindConfiguration(WhatsappSection)
                .ValidateDataAnnotations()
                .ValidateOnStart();
        }

        services.AddSingleton(Create);
    }

    private const string WhatsappSection = "Whatsapp";

    private static IMessageTransport Create(IServiceProvider services)
    {
        var route = services.GetRequiredService<IOptions<MailRouteOptions>>().Value;
        var mail = services.GetRequiredService<IOptions<MailOptions>>().Value;
        IMessageTransport letters =
            route.Transport == MailRoute.Folder ? new FolderTransport(route.Folder!, mail) : Smtp(services, mail);
        return new CompositeTransport(
            letters,
            [.. Companions(services)],
            services.GetRequiredService<ILoggerFactory>().CreateLogger<CompositeTransport>()
        );
    }

    private static SmtpTransport Smtp(IServiceProvider services, MailOptions mail)
    {
        var smtp = services.GetRequiredService<IOptions<SmtpOptions>>().Value;
        Validator.ValidateObject(smtp, new ValidationContext(smtp), validateAllProperties: true);
        return new SmtpTransport(smtp, mail);
    }

    private static IEnumerable<IMessageTransport> Companions(IServiceProvider services)
    {
        if (!services.GetRequiredService<IConfiguration>().GetSection(WhatsappSection).Exists())
            yield break;
        // A redirection would carry the token elsewhere; the transport has its own time limit.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        yield return new WhatsappTransport(http, services.GetRequiredService<IOptions<WhatsappOptions>>().Value);
    }
}
