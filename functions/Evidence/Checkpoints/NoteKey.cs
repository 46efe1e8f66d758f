using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ascs.Gm;

namespace Ascs.Evidence.Checkpoints;

/// <summary>
/// A public key that signs notes, with the name it signs under. Its text form is that of public tools, <c>name+keyid+base64(type || key)</c>; it is safe to
/// publish. Whoever verifies has to get it from a source that the log's operator doesn't control at will (a pin), otherwise it proves nothing.
/// </summary>
public sealed record NoteKey
{
    private static readonly byte[] Ed25519Type = [0x01];
    private static readonly byte[] Sm2Type = [0xff, .. "ascs-sm2"u8];
    private readonly Sm2PublicKey? _sm2;

    private NoteKey(string name, NoteAlgorithm algorithm, byte[] publicKey, Sm2PublicKey? sm2)
    {
        (Name, Algorithm, PublicKey, _sm2) = (name, algorithm, publicKey, sm2);
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0x0A, .. TypedKey]));
    }

    /// <summary>Key name: not empty, no space of any kind, no plus sign; usually the log's origin.</summary>
    public string Name { get; }

    /// <summary>Which signatures it verifies.</summary>
    public NoteAlgorithm Algorithm { get; }

    /// <summary>32 bytes for Ed25519 (RFC 8032 5.1.5); 65 bytes 0x04 || x || y for SM2.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>
    /// SHA-256(name || 0x0A || type || public key)[:4], big-endian (C2SP signed-note, "Signatures"). For SM2 the type is 0xff || "ascs-sm2".
    /// A hint which key to try, not a proof of anything.
    /// </summary>
    public uint KeyId { get; }

    private byte[] TypedKey => [.. Algorithm == NoteAlgorithm.Sm2 ? Sm2Type : Ed25519Type, .. PublicKey.Span];

    /// <summary>An Ed25519 key.</summary>
    /// <param name="name">Key name.</param>
    /// <param name="publicKey">32 bytes.</param>
    /// <exception cref="ArgumentException">A name that may not be, or another length.</exception>
    public static NoteKey Ed25519(string name, ReadOnlySpan<byte> publicKey) =>
        publicKey.Length == Gm.Ed25519.PublicKeyLength
            ? new NoteKey(ValidName(name), NoteAlgorithm.Ed25519, publicKey.ToArray(), null)
            : throw new ArgumentException("An Ed25519 public key is 32 bytes.", nameof(publicKey));

    /// <summary>An SM2 key.</summary>
    /// <param name="name">Key name.</param>
    /// <param name="publicKey">The key.</param>
    /// <exception cref="ArgumentException">A name that may not be.</exception>
    public static NoteKey Sm2(string name, Sm2PublicKey publicKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        return new NoteKey(ValidName(name), NoteAlgorithm.Sm2, publicKey.Export(), publicKey);
    }

    /// <summary>Reads the text form.</summary>
    /// <param name="text"><c>name+keyid+base64(type || key)</c>.</param>
    /// <param name="key">The key, when true.</param>
    /// <returns>False unless every character is as <see cref="ToString"/> would write it; also for signature types we don't verify.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NoteKey? key)
    {
        key = null;
        if (text?.Split('+', 3) is not [var name, _, var data] || !IsName(name))
            return false;
        var typed = NoteText.FromBase64(data);
        if (typed is [0x01, .. { Length: Gm.Ed25519.PublicKeyLength } ed25519])
            key = Ed25519(name, ed25519);
        else if (typed is not null && typed.AsSpan().StartsWith(Sm2Type) && Sm2PublicKey.TryImport(typed.AsSpan(Sm2Type.Length), out var sm2))
            key = Sm2(name, sm2);
        if (key?.ToString() != text) // a wrong key id, hexadecimal in upper case, base64 that isn't canonical
            key = null;
        return key is not null;
    }

    /// <summary>Whether the signature is this key's over the note text. Says nothing about whether the key may be trusted.</summary>
    /// <param name="text">The note text, its final newline included.</param>
    /// <param name="signature">64 bytes; any other length is false.</param>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        _sm2?.Verify(text, signature) ?? Gm.Ed25519.Verify(PublicKey.Span, text, signature);

    /// <summary>Same name, algorithm and key.</summary>
    /// <param name="other">Another key.</param>
    public bool Equals(NoteKey? other) =>
        other is not null && Name == other.Name && Algorithm == other.Algorithm && PublicKey.Span.SequenceEqual(other.PublicKey.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId);

    /// <summary>The text form: <c>name+keyid+base64(type || key)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String(TypedKey)}");

    /// <summary>Whether a key may have this name (C2SP signed-note, "Format": not empty, neither Unicode spaces nor plus).</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(c => c == '+' || c < 0x20 || char.IsWhiteSpace(c));

    private static string ValidName(string name) =>
        IsName(name) ? name : throw new ArgumentException("A key name is not empty and has neither spaces nor a plus sign.", nameof(name));
}
