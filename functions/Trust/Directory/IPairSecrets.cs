using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Directory;

/// <summary>Secrets that this platform shares with its peers, one pair at a time (CHEAA-4.1.2.1 c).</summary>
public interface IPairSecrets
{
    /// <summary>The secret that a signature names, or null when the two platforms share no such secret now.</summary>
    PairSecret? Find(PlatId peer, string keyId);

    /// <summary>The secret to sign calls to this peer with, or null when the two share none.</summary>
    PairSecret? Current(PlatId peer);
}
