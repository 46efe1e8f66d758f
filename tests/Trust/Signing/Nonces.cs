using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

internal static class Nonces
{
    public static Nonce Parse(string text) => Nonce.Parse(text) ?? throw new FormatException("Not a nonce.");
}
