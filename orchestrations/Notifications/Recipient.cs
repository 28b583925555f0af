namespace Sakip.Notifications;

/// <param name="Code">The official's code in the plan; it is what logs and rows name.</param>
/// <param name="Whatsapp">Number in international form, digits only; used only with consent.</param>
internal sealed record Recipient(
    string Code,
    string Name,
    string Email,
    string? Whatsapp = null,
    bool WhatsappConsent = false
);
