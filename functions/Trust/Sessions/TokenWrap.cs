using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Trust.Sessions;

/// <summary>AuthTokens on their one way, at pairing: encrypted to the other's key <c>exchange</c>.</summary>
internal static class TokenWrap
{
    /// <summary>Encrypts a token to a platform.</summary>
    public static WrappedSecret Wrap((string KeyId, Sm2PublicKey Key) exchange, byte[] token) => new(exchange.KeyId, Base64Url.EncodeToString(exchange.Key.Encrypt(token)));

    /// <summary>Opens a token; null when it is another's or no token.</summary>
    public static byte[]? Open(ISessionSecrets secrets, WrappedSecret wrapped) =>
        secrets.Exchange(wrapped.ExchangeKeyId) is { } exchange && Base64Url.IsValid(wrapped.Wrapped)
        && exchange.TryDecrypt(Base64Url.DecodeFromChars(wrapped.Wrapped), out var token) && AuthTokens.IsToken(token) ? token : null;
}
