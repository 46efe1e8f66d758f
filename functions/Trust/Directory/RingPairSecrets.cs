using System.Globalization;
using Ascs.Contracts;
using Ascs.Trust.Keys;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Directory;

/// <summary>Pair secrets out of the key ring: `pair-` and the peer's id, every version that is not destroyed.</summary>
/// <param name="ring">The platform's ring.</param>
public sealed class RingPairSecrets(KeyRing ring) : IPairSecrets
{
    private const string Prefix = "pair-v";

    /// <inheritdoc/>
    public PairSecret? Find(PlatId peer, string keyId)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        return keyId.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(keyId.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ring.Find(KeyNames.Pair(peer), version)?.PairSecret
            : null;
    }

    /// <inheritdoc/>
    public PairSecret? Current(PlatId peer) => ring.FindCurrent(KeyNames.Pair(peer))?.PairSecret;
}
