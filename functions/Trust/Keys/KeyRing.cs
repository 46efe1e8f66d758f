using System.Security.Cryptography;
using Ascs.Storage;
using Ascs.Trust.Audit;

namespace Ascs.Trust.Keys;

/// <summary>A platform's named, versioned keys, wrapped in the key store and unwrapped in memory. Reading is instant and needs no store; changes are durable
/// when they return. Several processes may share a store: a change made elsewhere is seen after <see cref="RefreshAsync"/>. Thread-safe.</summary>
public sealed class KeyRing : IDisposable
{
    private readonly KeyStore _store;

    // One change at a time in this process; between processes the store's creates and etags decide.
    private readonly SemaphoreSlim _changing = new(1, 1);

    // Replaced as a whole, under _changing; read without it.
    private volatile RingState _state = RingState.Empty;

    // Set once, before changes are made; null in what has no trail, as while a platform is made.
    private volatile AuditedKeys? _audited;

    private KeyRing(KeyStore store) => _store = store;

    /// <summary>Opens the ring and unwraps every living key.</summary>
    /// <param name="store">The key store, apart from the main one.</param>
    /// <param name="maintenance">The same store: erases what was destroyed.</param>
    /// <param name="wrapper">The key-encryption key. Stays the caller's.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="KeyUnwrapException">A key does not open.</exception>
    public static async Task<KeyRing> OpenAsync(IDocumentStore store, IStoreMaintenance maintenance, IKeyWrapper wrapper, CancellationToken ct = default)
    {
        var ring = new KeyRing(new KeyStore(store, maintenance, wrapper));
        await ring.RefreshAsync(ct);
        return ring;
    }

    /// <summary>Puts every act of this ring on record from now on (CHEAA-4.1.6 c). Once: the trail is signed with a key of the ring, so the ring is first.</summary>
    public void RecordIn(AuditedKeys audited) =>
        _audited = _audited is null ? audited : throw new InvalidOperationException("The ring's acts are on record already.");

    /// <summary>Every version of every key, destroyed ones too, by name and version.</summary>
    public IReadOnlyList<KeyRecord> Records => [.. _state.Records.Values.OrderBy(record => record.Name, StringComparer.Ordinal).ThenBy(record => record.Version)];

    /// <summary>The key in force, or null when there is none or its newest version was destroyed.</summary>
    public RingKey? FindCurrent(string name) => _state.Current(name);

    /// <summary>The key in force.</summary>
    /// <exception cref="InvalidOperationException">There is none: the platform was not initialised for what it does.</exception>
    public RingKey Current(string name) => FindCurrent(name) ?? throw new InvalidOperationException($"This platform has no key named {name}.");

    /// <summary>The newest version of a key, destroyed or not; 0 when there is none.</summary>
    public int Newest(string name) => _state.Newest(name);

    /// <summary>One version, or null when it never was or was destroyed.</summary>
    public RingKey? Find(string name, int version) => _state.Find(name, version);

    /// <summary>Makes version 1 of a key unless the name exists; the key in force either way.</summary>
    /// <exception cref="InvalidOperationException">The name exists with another algorithm, or its newest version was destroyed.</exception>
    public async Task<RingKey> EnsureAsync(string name, KeyAlgorithm algorithm, DateTimeOffset now, CancellationToken ct = default)
    {
        if (FindCurrent(name) is null) await AddAsync(name, version: 1, algorithm, given: null, now, ct);
        var key = Current(name);
        return key.Record.Algorithm == algorithm ? key : throw new InvalidOperationException($"Key {name} is a {key.Record.Algorithm} key and no {algorithm} key.");
    }

    /// <summary>Makes the next version of a key and puts it in force; old versions stay. Of two rotations at once one happens.</summary>
    /// <exception cref="InvalidOperationException">There is no such key.</exception>
    public async Task<RingKey> RotateAsync(string name, DateTimeOffset now, CancellationToken ct = default)
    {
        var newest = _state.Newest(name);
        if (!_state.Records.TryGetValue((name, newest), out var record)) throw new InvalidOperationException($"This platform has no key named {name}.");
        await AddAsync(name, newest + 1, record.Algorithm, given: null, now, ct);
        return Current(name);
    }

    /// <summary>Puts a secret of a pairing into the ring. Both platforms give it the same version; a pairing that came and went while this one stood still is skipped.</summary>
    /// <param name="name">Named after the peer, see <see cref="KeyNames"/>.</param>
    /// <param name="version">1 for the first, then one more each time the two are paired.</param>
    /// <param name="secret">32 bytes; copied.</param>
    /// <param name="now">Goes into the record.</param>
    /// <param name="ct">Cancels the call.</param>
    public Task<ImportOutcome> ImportAsync(string name, int version, ReadOnlyMemory<byte> secret, DateTimeOffset now, CancellationToken ct = default) =>
        ImportAsync(name, version, KeyAlgorithm.PairSecret, secret, now, ct);

    /// <inheritdoc cref="ImportAsync(string, int, ReadOnlyMemory{byte}, DateTimeOffset, CancellationToken)"/>
    internal async Task<ImportOutcome> ImportAsync(
        string name, int version, KeyAlgorithm algorithm, ReadOnlyMemory<byte> secret, DateTimeOffset now, CancellationToken ct = default)
    {
        if (secret.Length != KeyMaterial.LengthOf(algorithm)) throw new ArgumentException("A secret shared by two platforms has 32 bytes.", nameof(secret));
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (version > _state.Newest(name) && await AddAsync(name, version, algorithm, secret, now, ct)) return ImportOutcome.Imported;
        var isSame = Find(name, version) is { } key && key.Record.Algorithm == algorithm && CryptographicOperations.FixedTimeEquals(key.Bytes, secret.Span);
        return isSame ? ImportOutcome.AlreadyThere : ImportOutcome.Conflict;
    }

    /// <summary>Destroys a version for good: emptied in the store, erased from its files, wiped from memory, in this order. Repeat it after a failure.</summary>
    /// <returns>What to log now, or null when there never was such a key.</returns>
    public Task<KeyDestruction?> DestroyAsync(string name, int version, DateTimeOffset now, CancellationToken ct = default) => RecordAsync(AuditEvent.KeyDestroyed, $"{name}-v{version}", () => ChangeAsync(async () =>
    {
        if (await _store.DestroyAsync(name, version, now, ct) is not { DestroyedAt: { } destroyedAt } record) return null;
        var key = _state.Find(name, version);
        _state = _state.With(record, key: null);
        key?.Wipe();
        return new KeyDestruction(record.KeyId, record.Algorithm, record.CreatedAt, destroyedAt);
    }, ct), destruction => destruction is not null, ct);

    /// <summary>Wraps every key under the newest key-encryption key. May be interrupted and repeated.</summary>
    /// <returns>How many were wrapped anew.</returns>
    public Task<int> RewrapAsync(CancellationToken ct = default) => RecordAsync(AuditEvent.KeyRewrapped, "all", () => _store.RewrapAsync(ct), count => count > 0, ct);

    /// <summary>Takes in what other processes changed.</summary>
    /// <exception cref="KeyUnwrapException">A key does not open.</exception>
    public Task RefreshAsync(CancellationToken ct = default) => ChangeAsync(() => LoadAsync(ct), ct);

    /// <summary>Wipes every key from memory.</summary>
    public void Dispose()
    {
        var state = _state;
        _state = RingState.Empty;
        foreach (var key in state.Keys.Values) key.Wipe();
        _changing.Dispose();
    }

    // True: this call made it. False: it was there already, and is loaded now.
    private Task<bool> AddAsync(string name, int version, KeyAlgorithm algorithm, ReadOnlyMemory<byte>? given, DateTimeOffset now, CancellationToken ct)
    {
        if (!KeyNames.IsName(name)) throw new ArgumentException("A key name is 1 to 64 of a-z, 0-9 and -.", nameof(name));
        var kind = version == 1 ? AuditEvent.KeyCreated : AuditEvent.KeyRotated;
        return RecordAsync(kind, $"{name}-v{version}", () => MakeAsync(name, version, algorithm, given, now, ct), isNew => isNew, ct);
    }

    private Task<bool> MakeAsync(string name, int version, KeyAlgorithm algorithm, ReadOnlyMemory<byte>? given, DateTimeOffset now, CancellationToken ct) => ChangeAsync(async () =>
    {
        var key = given?.ToArray() ?? KeyMaterial.Make(algorithm);
        var (record, isNew) = await _store.CreateAsync(name, version, algorithm, key, now, ct);
        if (isNew) _state = _state.With(record, new RingKey(record, key));
        else await LoadAsync(ct);
        CryptographicOperations.ZeroMemory(key);
        return isNew;
    }, ct);

    private async Task<int> LoadAsync(CancellationToken ct)
    {
        var (before, after) = (_state, await _store.LoadAsync(_state, ct));
        _state = after;
        foreach (var (id, key) in before.Keys)
            if (!after.Keys.ContainsKey(id)) key.Wipe(); // destroyed elsewhere
        return after.Keys.Count;
    }

    private Task<T> RecordAsync<T>(AuditEvent kind, string keyId, Func<Task<T>> act, Func<T, bool> changed, CancellationToken ct) =>
        _audited is { } audited ? audited.RunAsync(kind, keyId, act, changed, ct) : act();

    private async Task<T> ChangeAsync<T>(Func<Task<T>> change, CancellationToken ct)
    {
        await _changing.WaitAsync(ct);
        try
        {
            return await change();
        }
        finally
        {
            _changing.Release();
        }
    }
}
