namespace Ascs.Contracts;

/// <summary>One person of a dispatch.</summary>
/// <param name="Aid">Whom.</param>
/// <param name="Variables">SM4-GCM under the content key over <see cref="MessageVariables"/>, 12-byte nonce first, base64url; associated data is `ContentBinding`.</param>
public sealed record Recipient(Aid Aid, [Bytes(28, 6 * 1024)] string Variables);
