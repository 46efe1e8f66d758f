using Ascs.Evidence.Checkpoints;
using Ascs.Trust.Keys;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>The keys that sign the log's checkpoints, Ed25519 first for public tools, then SM2. Whoever has them can sign a fork; witnesses catch it.</summary>
/// <param name="Origin">The log's name, first line of every checkpoint.</param>
/// <param name="Ed25519">The first line's key.</param>
/// <param name="Sm2">The second line's key; it also seals proof bundles.</param>
internal sealed record LogKeys(string Origin, INoteSigner Ed25519, INoteSigner Sm2)
{
    private const int Shard = 1; // a key belongs to one shard of the log: `log-1` is signed by version 1 for ever

    /// <summary>Both, in the order of the lines.</summary>
    public IReadOnlyList<INoteSigner> Signers => [Ed25519, Sm2];

    /// <summary>Public halves; the one that seals bundles first.</summary>
    public IReadOnlyList<NoteKey> Public => [Sm2.Key, Ed25519.Key];

    /// <summary>The keys out of the ring.</summary>
    /// <exception cref="InvalidOperationException">The platform was not initialised as a trusted party.</exception>
    public static LogKeys From(KeyRing ring, string origin) => new(
        origin, new Ed25519NoteSigner(origin, Key(ring, KeyNames.LogEd25519).Bytes), new Sm2NoteSigner(origin, Key(ring, KeyNames.LogSm2).Sm2));

    /// <summary>True for a checkpoint of this log that both keys signed.</summary>
    public bool Signed(SignedCheckpoint checkpoint) =>
        checkpoint.Checkpoint.Origin == Origin && checkpoint.Verify(Public) is NoteVerdict.Verified { SignedBy.Count: 2 };

    private static RingKey Key(KeyRing ring, string name) =>
        ring.Find(name, Shard) ?? throw new InvalidOperationException($"This platform has no key named {name}.");
}
