using System.Buffers.Text;
using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Operator.Keys;

namespace Ascs.Operator.Templates;

/// <summary>Content keys once unwrapped: SM2 is paid once an hour per enterprise, not per message. Found again only by wrap, enterprise and key id together.</summary>
internal sealed class ContentKeys(OperatorKeys keys)
{
    private const int Kept = 1024;

    private readonly ConcurrentDictionary<(string Wrap, EnterpriseId Enterprise, string KeyId), byte[]> _keys = new();

    /// <summary>The 16 bytes, or null when the wrap does not open or was made for another enterprise or key id.</summary>
    public byte[]? Open(string wrap, EnterpriseId enterprise, string keyId)
    {
        if (_keys.TryGetValue((wrap, enterprise, keyId), out var known)) return known;
        if (keys.OpenSeal(Base64Url.DecodeFromChars(wrap)) is not { Length: > ContentKeyWrap.KeyLength } content) return null;
        var key = content[..Sm4Gcm.KeyLength];
        // The enterprise bound its key to itself: the trusted party can't pass it off as another's.
        if (!content.AsSpan().SequenceEqual(ContentKeyWrap.Content(key, enterprise, keyId))) return null;
        if (_keys.Count >= Kept) _keys.Clear(); // hourly keys: emptying now and then costs one SM2 each
        _keys[(wrap, enterprise, keyId)] = key;
        return key;
    }
}
