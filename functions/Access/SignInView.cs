namespace Sakip.Functions.Access;

/// <param name="Address">The mailbox that a code was sent to; null on the first page.</param>
/// <param name="Token">Proves that the form was made for this browser.</param>
/// <param name="Target">Where to go once signed in.</param>
internal sealed record SignInView(
    string Token,
    string Target,
    string? Address = null,
    string? Typed = null,
    string? Message = null,
    bool IsError = false
);

/// <param name="Token">Null where nobody is signed in.</param>
internal sealed record SignOutView(string? Token);
