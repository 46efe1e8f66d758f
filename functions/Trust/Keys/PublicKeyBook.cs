using System.Collections.Immutable;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Keys;

/// <summary>The public keys of this platform's peers, kept in its main store. Reading is instant; a key gets in by <see cref="OfferAsync"/> only. Thread-safe.
/// An attacker who can write the store can put keys in: they were checked on their way in, and the list of peers lies beside them.</summary>
public sealed class PublicKeyBook : IPublicKeys
{
    private readonly IDocumentStore _store;
    private readonly IPlatformDirectory _directory;
    private readonly TimeProvider _time;

    // Replaced as a whole with Interlocked; keys are only ever added, so a lost race is repeated.
    private ImmutableDictionary<PlatId, PinnedKeys> _keys = ImmutableDictionary<PlatId, PinnedKeys>.Empty;

    private PublicKeyBook(IDocumentStore store, IPlatformDirectory directory, TimeProvider time) => (_store, _directory, _time) = (store, directory, time);

    /// <summary>Opens the book with what was taken so far.</summary>
    /// <param name="store">The platform's main store.</param>
    /// <param name="directory">Says which certificate is pinned for whom; platforms not in it have no keys.</param>
    /// <param name="time">Says which key is in use.</param>
    /// <param name="ct">Cancels the call.</param>
    public static async Task<PublicKeyBook> OpenAsync(IDocumentStore store, IPlatformDirectory directory, TimeProvider time, CancellationToken ct = default)
    {
        var book = new PublicKeyBook(store, directory, time);
        await foreach (var stored in store.RangeAllAsync(Containers.Work, PublicKeyDocument.Partition, IdRange.First, IdRange.End, PublicKeyDocument.Schema, ct))
            book.Remember(stored.Value);
        return book;
    }

    /// <summary>What was taken of the peers' keys, as their owners signed it: whoever hands it on can't change it.</summary>
    public IReadOnlyList<SignedKeyStatement> ToHandOn =>
        [.. _keys.Where(keys => keys.Key != _directory.Self.PlatId).OrderBy(keys => keys.Key.Value).SelectMany(keys => keys.Value.Signed)];

    /// <summary>The same of one peer; empty when nothing of it was taken.</summary>
    public IReadOnlyList<SignedKeyStatement> ToHandOnOf(PlatId owner) =>
        owner != _directory.Self.PlatId && _keys.TryGetValue(owner, out var keys) ? [.. keys.Signed] : [];

    /// <inheritdoc/>
    public Sm2PublicKey? Find(PlatId owner, string keyId) => _keys.TryGetValue(owner, out var keys) ? keys.Find(keyId) : null;

    /// <inheritdoc/>
    public Sm2PublicKey? FindInUse(PlatId owner, string keyId, DateTimeOffset now) => _keys.TryGetValue(owner, out var keys) ? keys.FindInUse(keyId, now) : null;

    /// <inheritdoc/>
    public (string KeyId, Sm2PublicKey Key)? Current(PlatId owner, string purpose) =>
        _keys.TryGetValue(owner, out var keys) ? keys.Current(purpose, _time.GetUtcNow()) : null;

    /// <summary>Judges a statement offered for a peer (or for this platform itself) and keeps it when it is sound. Durable when it returns.</summary>
    /// <returns>Known, taken (log it), or refused by name (tell an operator of the platform: <see cref="KeyFault.Changed"/> above all).</returns>
    public async Task<KeyOffer> OfferAsync(PlatId owner, SignedKeyStatement offered, CancellationToken ct = default)
    {
        if (KeysOf(owner, offered) is not { } keys) return new KeyOffer.Refused(KeyFault.ForeignPlatform);
        var offer = keys.Judge(offered);
        return offer switch
        {
            KeyOffer.Taken taken => await TakeAsync(owner, offered, taken, ct),
            KeyOffer.Known known => await RenewAsync(owner, offered, known, ct),
            _ => offer,
        };
    }

    private async Task<KeyOffer> TakeAsync(PlatId owner, SignedKeyStatement offered, KeyOffer.Taken taken, CancellationToken ct)
    {
        var id = PublicKeyDocument.IdOf(owner, taken.Statement.KeyId);
        var create = PublicKeyDocument.Schema.Create(id, PublicKeyDocument.Of(owner, offered));
        if (await _store.TryCommitAsync(Containers.Work, PublicKeyDocument.Partition, create, ct) is not null)
        {
            Remember(owner, taken.Statement, offered);
            return taken;
        }

        // Another process took a key under this id meanwhile: that one counts.
        if (await _store.ReadAsync(Containers.Work, new DocumentKey(PublicKeyDocument.Partition, id), PublicKeyDocument.Schema, ct) is { } stored) Remember(stored.Value);
        return KeysOf(owner, offered)!.Judge(offered);
    }

    // The same key, now with an end or under a renewed certificate, which is what readers have pinned by then. An end never moves back and is never taken away: an
    // old statement shown again revives nothing.
    private async Task<KeyOffer> RenewAsync(PlatId owner, SignedKeyStatement offered, KeyOffer.Known known, CancellationToken ct)
    {
        var (keys, keyId) = (KeysOf(owner)!, known.Statement.KeyId);
        var (before, after) = (keys.Statements.Single(statement => statement.KeyId == keyId).NotAfter, known.Statement.NotAfter);
        var (ends, isRenewed) = (after is not null && !(before <= after), before == after && keys.SignedOf(keyId)!.Certificate != offered.Certificate);
        if (!ends && !isRenewed) return known;
        var upsert = PublicKeyDocument.Schema.Upsert(PublicKeyDocument.IdOf(owner, keyId), PublicKeyDocument.Of(owner, offered));
        await _store.CommitAsync(Containers.Work, PublicKeyDocument.Partition, [upsert], ct);
        Remember(owner, known.Statement, offered);
        return known;
    }

    private void Remember(PublicKeyDocument document)
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(document.Statement);
        if (PublicKeyStatement.Parse(bytes) is { } statement && statement.Platform.Value == document.PlatId) Remember(statement.Platform, statement, document.Signed);
    }

    private void Remember(PlatId owner, PublicKeyStatement statement, SignedKeyStatement signed)
    {
        if (KeysOf(owner) is null) return; // no peer any more
        ImmutableInterlocked.Update(ref _keys, keys => keys.SetItem(owner, (keys.GetValueOrDefault(owner) ?? KeysOf(owner)!).With(statement, signed)));
    }

    // Always under a certificate pinned now: the one it is offered under, if that is pinned, and else the newest, which refuses it.
    private PinnedKeys? KeysOf(PlatId owner, SignedKeyStatement? offered = null)
    {
        var peer = owner == _directory.Self.PlatId ? _directory.Self : _directory.Find(owner);
        if (peer is null) return null;
        var pin = ThumbprintOf(offered) is { } thumbprint && _directory.IsPinned(peer, thumbprint) ? thumbprint : _directory.NewestPin(peer);
        return _keys.TryGetValue(owner, out var keys) ? keys.Under(pin) : new PinnedKeys(owner, peer.Role, pin);
    }

    private static string? ThumbprintOf(SignedKeyStatement? offered) => offered?.Certificate is { } text && System.Buffers.Text.Base64Url.IsValid(text)
        ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Buffers.Text.Base64Url.DecodeFromChars(text))) : null;
}
