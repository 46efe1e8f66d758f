using System.Buffers.Text;
using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Sealing;

/// <summary>
/// Content keys: a new one each hour, wrapped once to each operator. It is never stored: whatever was encrypted with it travels with its wraps,
/// so a restart only begins a new one.
/// </summary>
/// <param name="directory">This platform, which is an enterprise's, and the operators.</param>
/// <param name="publicKeys">Their seal keys.</param>
/// <param name="time">The clock.</param>
public sealed class ContentKeys(IPlatformDirectory directory, IPublicKeys publicKeys, TimeProvider time)
{
    private readonly Lock gate = new();

    // Owned by gate.
    private ContentKey? current;

    /// <summary>The key of this hour; null when an operator's seal key is not known.</summary>
    public ContentKey? Current()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (current is null || now - current.MadeAt >= TimeSpan.FromHours(1))
                current = Make(now);
            return current;
        }
    }

    private ContentKey? Make(DateTimeOffset now)
    {
        var enterprise = directory.Self.EnterpriseId!.Value;
        var key = RandomNumberGenerator.GetBytes(ContentKeyWrap.KeyLength);
        var keyId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var content = ContentKeyWrap.Content(key, enterprise, keyId);
        var wraps = new Dictionary<OperatorId, string>();
        foreach (var peer in directory.Operators())
        {
            if (publicKeys.Current(peer.PlatId, KeyNames.Seal) is not { } seal)
                return null;
            wraps[peer.OperatorId!.Value] = Base64Url.EncodeToString(seal.Key.Encrypt(content));
        }

        return wraps.Count == 0 ? null : new ContentKey(enterprise, new WrappedContentKey(keyId, wraps), key, now);
    }
}
