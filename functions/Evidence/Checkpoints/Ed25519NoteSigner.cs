using System.Security.Cryptography;
using Ascs.Gm;

namespace Ascs.Evidence.Checkpoints;

/// <summary>Signs with Ed25519. Keeps a copy of the key until it is disposed.</summary>
public sealed class Ed25519NoteSigner : INoteSigner, IDisposable
{
    private readonly byte[] _privateKey;

    /// <summary>A signer.</summary>
    /// <param name="name">Key name, usually the log's origin.</param>
    /// <param name="privateKey">32 bytes (RFC 8032 5.1.5); whoever has it can sign a fork of the log.</param>
    /// <exception cref="ArgumentException">A name that may not be, or another length.</exception>
    public Ed25519NoteSigner(string name, ReadOnlySpan<byte> privateKey)
    {
        Key = NoteKey.Ed25519(name, Ed25519.PublicKey(privateKey));
        _privateKey = privateKey.ToArray();
    }

    /// <inheritdoc/>
    public NoteKey Key { get; }

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> text) => Ed25519.Sign(_privateKey, text);

    /// <summary>Wipes the copy; a signature after that would be by another key, so don't.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_privateKey);
}
