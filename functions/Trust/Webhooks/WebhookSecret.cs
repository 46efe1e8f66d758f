using System.Security.Cryptography;

namespace Ascs.Trust.Webhooks;

/// <summary>The secret that a sender and a receiver of webhooks share (Standard Webhooks, "Signature scheme"). An attacker who has it can forge webhooks to that receiver, and nothing else.</summary>
public sealed class WebhookSecret : IDisposable
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24, Longest = 64, Created = 32;

    // Owned by this instance from construction to Dispose; leaves it only by Reveal.
    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    /// <summary>A new secret of 256 bits.</summary>
    public static WebhookSecret Create() => new(RandomNumberGenerator.GetBytes(Created));

    /// <summary>Reads <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
    /// <returns>The secret, or null when the text is none.</returns>
    public static WebhookSecret? Parse(string? text)
    {
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var bytes = new byte[Longest];
        return Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var written) && written >= Shortest ? new WebhookSecret(bytes[..written]) : null;
    }

    /// <summary>The secret in the form that is handed to the other side. Never into a log, an error or a URL.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(key);

    /// <summary>HMAC-SHA256.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> content) => HMACSHA256.HashData(key, content);

    /// <summary>Zeroes the secret.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => Prefix + "…";
}
