using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>A consent whose person is asked to confirm on the trusted party's own page.</summary>
/// <param name="Nonce">The showing.</param>
/// <param name="Text">The exact words the person agrees to: show them before the form.</param>
/// <param name="ConfirmAt">Where the page's form posts to.</param>
/// <param name="Field">Name of the form's only field.</param>
/// <param name="Confirmation">Its value.</param>
/// <param name="ExpiresAt">When the person must have clicked.</param>
public sealed record PreparedConsent(ConsentNonce Nonce, string Text, Uri ConfirmAt, string Field, string Confirmation, UnixTime ExpiresAt);
