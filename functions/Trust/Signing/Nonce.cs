using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ascs.Trust.Signing;

/// <summary>What makes a signature unique: 16 random bytes, 22 characters of base64url. With the PlatID it is the replay key.</summary>
public readonly record struct Nonce
{
    private const int ByteLength = 16;
    private readonly string? _text;

    private Nonce(string text) => _text = text;

    /// <summary>22 characters out of <c>A-Z a-z 0-9 - _</c>.</summary>
    public string Text => _text ?? throw new InvalidOperationException("An unset nonce has no text.");

    /// <summary>A fresh nonce from the system's secure random source.</summary>
    public static Nonce Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ByteLength)));

    /// <summary>Reads the canonical spelling; null for anything else.</summary>
    public static Nonce? Parse(string? text) => text is not null && Base64Text.DecodeUrl(text, ByteLength) is not null ? new Nonce(text) : null;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
