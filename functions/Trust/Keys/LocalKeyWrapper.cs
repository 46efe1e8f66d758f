using System.Security.Cryptography;
using System.Text;

namespace Ascs.Trust.Keys;

/// <summary>The key-encryption key of a platform without Key Vault: AES-256-GCM keys in a file of mode 0600, apart from the key store and its backups.
/// Whoever reads this file and the key store has every key of the platform; the file alone is worth nothing.</summary>
public sealed class LocalKeyWrapper : IKeyWrapper, IDisposable
{
    private const int KeyLength = 32, NonceLength = 12, TagLength = 16;

    // Version id → key; owned by this instance, zeroed on Dispose.
    private readonly Dictionary<string, byte[]> _keys;
    private readonly string _newest;

    private LocalKeyWrapper(KeyFile file)
    {
        _keys = file.Keys.ToDictionary(entry => entry.Id, entry => entry.Key);
        _newest = file.Keys[^1].Id;
    }

    /// <summary>Makes the file with a first key. Never done by itself: a platform that lost its file must not start with a new one.</summary>
    /// <exception cref="KeyFileException">The file is there already or can't be written.</exception>
    public static void Create(string path, DateTimeOffset now) => Write(path, new KeyFile(KeyFile.NewestVersion, [NewEntry(1, now)]), OwnerOnlyFile.Create);

    /// <summary>Opens the file.</summary>
    /// <exception cref="KeyFileException">It is absent, damaged, newer, or open to others than its owner.</exception>
    public static LocalKeyWrapper Open(string path) => new(ReadFile(path));

    /// <summary>Adds a key; wrapping uses it from the next <see cref="Open"/> on, the old ones still unwrap. Then <see cref="KeyRing.RewrapAsync"/>.</summary>
    /// <exception cref="KeyFileException">As <see cref="Open"/>.</exception>
    public static void Rotate(string path, DateTimeOffset now)
    {
        var file = ReadFile(path);
        Write(path, file with { Keys = [.. file.Keys, NewEntry(file.Keys.Count + 1, now)] }, OwnerOnlyFile.Replace);
    }

    /// <inheritdoc/>
    public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (key.Length is 0 or > WrappedKey.MaxPlainLength) throw new ArgumentException($"A key to wrap has 1 to {WrappedKey.MaxPlainLength} bytes.", nameof(key));
        // nonce || ciphertext || tag. Random nonces: 2^32 wraps under one key are far away (NIST SP 800-38D 8.3).
        var bytes = new byte[NonceLength + key.Length + TagLength];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_keys[_newest], TagLength);
        aes.Encrypt(bytes.AsSpan(0, NonceLength), key.Span, bytes.AsSpan(NonceLength, key.Length), bytes.AsSpan(NonceLength + key.Length), Context(_newest));
        return Task.FromResult(new WrappedKey(_newest, bytes));
    }

    /// <inheritdoc/>
    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!_keys.TryGetValue(wrapped.VersionId, out var wrappingKey))
            throw new KeyUnwrapException("A stored key was wrapped under a key-encryption key that is not in the key file: restore the file that belongs to this store.");
        var bytes = wrapped.Bytes.Span;
        if (bytes.Length <= NonceLength + TagLength) throw Damaged(null);
        var key = new byte[bytes.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(wrappingKey, TagLength);
            aes.Decrypt(bytes[..NonceLength], bytes[NonceLength..^TagLength], bytes[^TagLength..], key, Context(wrapped.VersionId));
            return Task.FromResult(key);
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw Damaged(error);
        }
    }

    /// <summary>Zeroes the keys.</summary>
    public void Dispose()
    {
        foreach (var key in _keys.Values) CryptographicOperations.ZeroMemory(key);
    }

    private static KeyUnwrapException Damaged(Exception? inner) => new("A stored key does not open: the key store is damaged, or the key file belongs to another store.", inner);

    private static byte[] Context(string versionId) => Encoding.UTF8.GetBytes("ascs-key-wrap-v1:" + versionId);

    private static KeyFile.Entry NewEntry(int number, DateTimeOffset now) => new($"kek-{number}", now.ToUnixTimeMilliseconds(), RandomNumberGenerator.GetBytes(KeyLength));

    private static KeyFile ReadFile(string path)
    {
        byte[] content = [];
        try
        {
            content = OwnerOnlyFile.Read(path);
            return KeyFile.Parse(path, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException($"Can't read the key file {path}: {error.Message}", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static void Write(string path, KeyFile file, WriteFile write)
    {
        var content = file.ToBytes();
        try
        {
            write(path, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException($"Can't write the key file {path}: {error.Message}", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            foreach (var entry in file.Keys) CryptographicOperations.ZeroMemory(entry.Key);
        }
    }

    private delegate void WriteFile(string path, ReadOnlySpan<byte> content);
}
