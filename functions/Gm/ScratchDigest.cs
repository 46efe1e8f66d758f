using Org.BouncyCastle.Crypto.Digests;

namespace Ascs.Gm;

/// <summary>
/// One SM3 digest a thread, used from beginning to end without anything in between: evidence costs some ninety digests a leaf, and new ones would be most of a
/// platform's garbage. Finishing a digest resets it, so no state of one message meets the next.
/// </summary>
internal static class ScratchDigest
{
    [ThreadStatic]
    private static SM3Digest? mine;

    /// <summary>This thread's digest, empty or to be reset to a state. Never keep it, never call out while it is in use.</summary>
    public static SM3Digest Take() => mine ??= new SM3Digest();
}
