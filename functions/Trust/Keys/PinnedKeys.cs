using System.Collections.Immutable;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Trust.Keys;

/// <summary>The public keys known of one platform. Immutable: judging an offer changes nothing, <see cref="With"/> answers the next state.</summary>
public sealed class PinnedKeys
{
    /// <summary>Keys taken of one owner: years of rotations. Whoever states more fills nobody's store.</summary>
    public const int MaxKeys = 32;

    // Key id → statement, as it was signed, and for SM2 the key itself, imported once.
    private readonly ImmutableDictionary<string, (PublicKeyStatement Statement, SignedKeyStatement Signed, Sm2PublicKey? Sm2)> _known;
    private readonly IReadOnlyDictionary<string, string> _fingerprints;

    /// <param name="platform">Whose keys.</param>
    /// <param name="role">What it is: says which keys it may state.</param>
    /// <param name="certificateThumbprint">Pinned at pairing, 64 upper-case hexadecimal digits.</param>
    /// <param name="fingerprints">Key id → fingerprint, pinned at pairing; a key under one of these ids must have it. Null: none.</param>
    public PinnedKeys(PlatId platform, Role role, string certificateThumbprint, IReadOnlyDictionary<string, string>? fingerprints = null)
        : this(platform, role, certificateThumbprint, fingerprints ?? ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, (PublicKeyStatement, SignedKeyStatement, Sm2PublicKey?)>.Empty)
    {
    }

    private PinnedKeys(
        PlatId platform, Role role, string certificateThumbprint, IReadOnlyDictionary<string, string> fingerprints,
        ImmutableDictionary<string, (PublicKeyStatement Statement, SignedKeyStatement Signed, Sm2PublicKey? Sm2)> known) =>
        (Platform, Role, CertificateThumbprint, _fingerprints, _known) = (platform, role, certificateThumbprint, fingerprints, known);

    /// <summary>Whose keys.</summary>
    public PlatId Platform { get; }

    /// <summary>What it is.</summary>
    public Role Role { get; }

    /// <summary>Under which certificate statements must be signed.</summary>
    public string CertificateThumbprint { get; }

    /// <summary>What is known, in no order.</summary>
    public IEnumerable<PublicKeyStatement> Statements => _known.Values.Select(known => known.Statement);

    /// <summary>The same as they were signed, by key id: what may be handed on.</summary>
    public IEnumerable<SignedKeyStatement> Signed => _known.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Value.Signed);

    /// <summary>A statement as it was signed, by its key id; null when it is not known.</summary>
    public SignedKeyStatement? SignedOf(string keyId) => _known.TryGetValue(keyId, out var known) ? known.Signed : null;

    /// <summary>Judges an offer. A key signed under the pinned certificate is new or known; everything else is a named refusal, never silently taken.</summary>
    public KeyOffer Judge(SignedKeyStatement offered)
    {
        if (KeyStatements.Read(offered, Platform, CertificateThumbprint, out var statement) is { } fault) return new KeyOffer.Refused(fault);
        if (!KeyNames.StatedBy(Role).Contains(statement!.Name)) return new KeyOffer.Refused(KeyFault.NameUnknown);
        if (_fingerprints.TryGetValue(statement.KeyId, out var pinned) && pinned != statement.Fingerprint) return new KeyOffer.Refused(KeyFault.Changed);
        if (!_known.TryGetValue(statement.KeyId, out var known)) return _known.Count < MaxKeys ? new KeyOffer.Taken(statement) : new KeyOffer.Refused(KeyFault.TooMany);
        // The same key may be stated anew, with an end or under a renewed certificate; another key may not.
        return known.Statement.Fingerprint == statement.Fingerprint ? new KeyOffer.Known(statement) : new KeyOffer.Refused(KeyFault.Changed);
    }

    /// <summary>These keys and the one of a statement that <see cref="Judge"/> let through.</summary>
    public PinnedKeys With(PublicKeyStatement statement, SignedKeyStatement signed)
    {
        var sm2 = statement.Algorithm == KeyAlgorithm.Sm2 && Sm2PublicKey.TryImport(statement.PublicKey.Span, out var key) ? key : null;
        return new PinnedKeys(Platform, Role, CertificateThumbprint, _fingerprints, _known.SetItem(statement.KeyId, (statement, signed, sm2)));
    }

    /// <summary>These keys, with a renewed certificate pinned.</summary>
    public PinnedKeys Under(string certificateThumbprint) =>
        certificateThumbprint == CertificateThumbprint ? this : new PinnedKeys(Platform, Role, certificateThumbprint, _fingerprints, _known);

    /// <summary>An SM2 key by its id, old ones too; null when its owner never stated it.</summary>
    public Sm2PublicKey? Find(string keyId) => _known.TryGetValue(keyId, out var known) ? known.Sm2 : null;

    /// <summary>An SM2 key by its id, if it is to be used at that time.</summary>
    public Sm2PublicKey? FindInUse(string keyId, DateTimeOffset now) =>
        _known.TryGetValue(keyId, out var known) && known.Statement.IsInUse(now) ? known.Sm2 : null;

    /// <summary>The newest SM2 key of a name that is in use; null when there is none.</summary>
    public (string KeyId, Sm2PublicKey Key)? Current(string name, DateTimeOffset now)
    {
        var newest = _known.Values.Where(known => known.Statement.Name == name && known.Sm2 is not null && known.Statement.IsInUse(now))
            .OrderByDescending(known => known.Statement.Version).FirstOrDefault();
        return newest.Sm2 is { } key ? (newest.Statement.KeyId, key) : null;
    }
}
