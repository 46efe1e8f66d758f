using System.Buffers.Text;
using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Tasks;

/// <summary>
/// Content keys: a new one each hour, wrapped once to each operator. It is never stored: whatever was encrypted with it travels with its wraps,
/// so a restart only begins a new one.
/// </summary>
internal sealed class ContentKeys(IPlatformDirectory directory, IPublicKeys publicKeys, EnterpriseOptions options, TimeProvider time)
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
        var key = RandomNumberGenerator.GetBytes(ContentKeyWrap.KeyLength);
        var keyId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var content = ContentKeyWrap.Content(key, options.EnterpriseId, keyId);
        var wraps = new Dictionary<OperatorId, string>();
        foreach (var peer in directory.Operators())
        {
            if (publicKeys.Current(peer.PlatId, "seal") is not { } seal)
                return null;
            wraps[peer.OperatorId!.Value] = Base64Url.EncodeToString(seal.Key.Encrypt(content));
        }

        return wraps.Count == 0 ? null : new ContentKey(new WrappedContentKey(keyId, wraps), key, now);
    }
}
