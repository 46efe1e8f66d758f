using Org.BouncyCastle.Security;

namespace Ascs.Gm;

/// <summary>Hands out the k a standard prints with its example, again and again. For known answers only: a k used twice gives the private key away.</summary>
internal sealed class PrintedRandom(byte[] k) : SecureRandom
{
    public override void NextBytes(byte[] buf) => NextBytes(buf.AsSpan());

    public override void NextBytes(byte[] buf, int off, int len) => NextBytes(buf.AsSpan(off, len));

    public override void NextBytes(Span<byte> buffer) => k.AsSpan(0, buffer.Length).CopyTo(buffer);
}
