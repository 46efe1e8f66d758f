using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>A session as its caller uses it: what is kept, with its keys made ready. Immutable; one for each version of what is kept.</summary>
internal sealed class CallerSession
{
    private readonly IReadOnlyList<(string KeyId, Lazy<FieldCipher> Cipher)> dataKeys;
    private readonly Lazy<SensitiveWire> wire;

    public CallerSession(KeptSession kept, string etag)
    {
        (Kept, ETag, Id) = (kept, etag, SessionId.Parse(kept.SessionId));
        Mac = new PairSecret(Id.KeyId, kept.Mac);
        Tokens = FieldCipher.Of(kept.Suite, Id.KeyId, kept.Fields);
        dataKeys = [.. kept.DataKeys.Select(key => (key.KeyId, new Lazy<FieldCipher>(() => FieldCipher.Of(kept.Suite, key.KeyId, key.Key))))];
        wire = new(() => new SensitiveWire(
            text => dataKeys[^1].Cipher.Value.Seal(text), text => dataKeys.FirstOrDefault(key => key.KeyId == text.KeyId).Cipher?.Value.Open(text)));
    }

    public SessionId Id { get; }

    public KeptSession Kept { get; }

    /// <summary>Version of what is kept.</summary>
    public string ETag { get; }

    /// <summary>Signs and verifies its messages.</summary>
    public PairSecret Mac { get; }

    /// <summary>Seals the tokens of the session's own endpoints.</summary>
    public FieldCipher Tokens { get; }

    /// <summary>Which data key seals; two sessions with the same one write the same members alike.</summary>
    public string DataKeyId => Kept.DataKeys[^1].KeyId;

    /// <summary>Reads and writes sensitive members.</summary>
    public SensitiveWire Wire => wire.Value;
}
