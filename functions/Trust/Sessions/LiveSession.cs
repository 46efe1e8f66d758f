using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>A session as the gate uses it: the stored record with its keys made ready. Immutable; one for each version of the record.</summary>
internal sealed class LiveSession
{
    private static readonly TimeSpan LongestHandling = TimeSpan.FromSeconds(30);

    private readonly TimeProvider time;
    private readonly Lazy<SensitiveWire> wire;
    private readonly IReadOnlyList<(DataKey Key, Lazy<FieldCipher> Cipher)> dataKeys;

    public LiveSession(SessionRecord record, SessionSecretState secrets, string etag, TimeProvider time)
    {
        (Record, Secrets, ETag, this.time) = (record, secrets, etag, time);
        Id = SessionId.Parse(record.SessionId);
        Mac = new PairSecret(Id.KeyId, secrets.Mac);
        Tokens = FieldCipher.Of(record.Suite, Id.KeyId, secrets.Fields);
        dataKeys = [.. secrets.DataKeys.Select(key => (key, new Lazy<FieldCipher>(() => FieldCipher.Of(record.Suite, key.KeyId, key.Key))))];
        wire = new(() => new SensitiveWire(Seal, Open));
    }

    public SessionId Id { get; }

    public SessionRecord Record { get; }

    public SessionSecretState Secrets { get; }

    /// <summary>Version of the record.</summary>
    public string ETag { get; }

    /// <summary>Signs and verifies its messages.</summary>
    public PairSecret Mac { get; }

    /// <summary>Seals the tokens of its own endpoints.</summary>
    public FieldCipher Tokens { get; }

    /// <summary>Reads and writes sensitive members.</summary>
    public SensitiveWire Wire => wire.Value;

    /// <summary>Whether the newest data key will live when the answer to a call that came now is sealed.</summary>
    public bool HasDataKey(DateTimeOffset now) => dataKeys is [.., var newest] && newest.Key.Lives(now + LongestHandling);

    // Both directions use the same keys; each text has an iv of its own.
    private SealedText Seal(string text) => dataKeys[^1].Cipher.Value.Seal(text);

    private string? Open(SealedText text) =>
        dataKeys.FirstOrDefault(one => one.Key.KeyId == text.KeyId && one.Key.Lives(time.GetUtcNow())).Cipher?.Value.Open(text);
}
