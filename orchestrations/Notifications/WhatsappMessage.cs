using System.Text.Json.Serialization;

namespace Sakip.Notifications;

/// <summary>A template message in the Cloud API's form.</summary>
internal sealed record WhatsappMessage(
    [property: JsonPropertyName("messaging_product")] string Product,
    string To,
    string Type,
    WhatsappTemplate Template
)
{
    public static WhatsappMessage From(ComposedMessage message, WhatsappOptions options)
    {
        string[] words = message.Link is { } link
            ? [message.To.Name, message.Subject, link.AbsoluteUri]
            : [message.To.Name, message.Subject];
        return new WhatsappMessage(
            "whatsapp",
            message.To.Whatsapp!,
            "template",
            new WhatsappTemplate(
                message.Link is null ? options.NewsTemplate : options.TaskTemplate,
                new WhatsappLanguage(options.Language),
                [new WhatsappComponent("body", [.. words.Select(word => new WhatsappParameter("text", word))])]
            )
        );
    }
}

internal sealed record WhatsappTemplate(
    string Name,
    WhatsappLanguage Language,
    IReadOnlyList<WhatsappComponent> Components
);

internal sealed record WhatsappLanguage(string Code);

internal sealed record WhatsappComponent(string Type, IReadOnlyList<WhatsappParameter> Parameters);

internal sealed record WhatsappParameter(string Type, string Text);
