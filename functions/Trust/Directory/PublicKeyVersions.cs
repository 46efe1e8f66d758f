using System.Globalization;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Directory;

/// <summary>All versions of a public key.</summary>
public static class PublicKeyVersions
{
    /// <summary>Every version of a key that its owner stated, newest first: what an old one signed is still to be checked.</summary>
    public static IReadOnlyList<Sm2PublicKey> Versions(this IPublicKeys keys, PlatId owner, string purpose)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Current(owner, purpose) is not { } current)
            return [];
        var newest = VersionOf(current.KeyId);
        // A book holds no more; a version is only what its owner says.
        return [.. Enumerable.Range(0, PinnedKeys.MaxKeys).Select(back => newest - back).TakeWhile(version => version > 0)
            .Select(version => keys.Find(owner, string.Create(CultureInfo.InvariantCulture, $"{purpose}-v{version}"))).OfType<Sm2PublicKey>()];
    }

    private static int VersionOf(string keyId) =>
        int.TryParse(keyId.AsSpan(keyId.LastIndexOf('v') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
