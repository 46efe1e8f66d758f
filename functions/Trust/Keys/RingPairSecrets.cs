using System.Globalization;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Keys;

/// <summary>Pair secrets out of the ring. A version counts until it is destroyed: the two platforms do not change over in the same moment.</summary>
public sealed class RingPairSecrets(KeyRing ring) : IPairSecrets
{
    private const string Prefix = "pair-v";

    /// <inheritdoc/>
    public PairSecret? Find(PlatId peer, string keyId) =>
        PairSecret.IsKeyId(keyId) && keyId.StartsWith(Prefix, StringComparison.Ordinal)
            ? ring.Find(KeyNames.Pair(peer), int.Parse(keyId.AsSpan(Prefix.Length), CultureInfo.InvariantCulture))?.PairSecret : null;

    /// <inheritdoc/>
    public PairSecret? Current(PlatId peer) => ring.FindCurrent(KeyNames.Pair(peer))?.PairSecret;
}
