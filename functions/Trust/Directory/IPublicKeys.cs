using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Trust.Directory;

/// <summary>
/// Public SM2 keys of other platforms. Each came in a statement signed under its owner's pinned certificate; an unsigned or changed one never gets here.
/// </summary>
public interface IPublicKeys
{
    /// <summary>A key by its id (`author-v1`, `seal-v2` …), old versions too; null when its owner never stated it.</summary>
    Sm2PublicKey? Find(PlatId owner, string keyId);

    /// <summary>A key that may sign or open something now, and not only check what it signed before; null past its end. For new acts.</summary>
    Sm2PublicKey? FindInUse(PlatId owner, string keyId, DateTimeOffset now) => Find(owner, keyId);

    /// <summary>The newest key of a purpose (`author`, `seal`, `intake`, `inbox`) with its id; null when its owner states none.</summary>
    (string KeyId, Sm2PublicKey Key)? Current(PlatId owner, string purpose);
}
