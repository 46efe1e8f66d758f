using Ascs.Trust.Signing;

namespace Ascs.Trust.Calls;

/// <summary>What a message is signed under and shows.</summary>
/// <param name="Secret">Session key, or the pair secret before there is a session.</param>
/// <param name="AccessToken">The session's token; null before there is one.</param>
internal sealed record Credentials(PairSecret Secret, string? AccessToken);
