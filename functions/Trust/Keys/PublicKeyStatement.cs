using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Trust.Keys;

/// <summary>A platform says: this is my public key of that name and version. Immutable; its canonical bytes are what the platform certificate signs.</summary>
/// <param name="Platform">Whose key.</param>
/// <param name="Name">One of <see cref="KeyNames"/>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Algorithm"><see cref="KeyAlgorithm.Sm2"/> or <see cref="KeyAlgorithm.Ed25519"/>.</param>
/// <param name="PublicKey">SM2: 0x04 || x || y, 65 bytes. Ed25519: 32 bytes.</param>
/// <param name="NotBefore">From when it is in use.</param>
/// <param name="NotAfter">From when it only checks what was signed before; null while it is in use.</param>
public sealed record PublicKeyStatement(
    PlatId Platform, string Name, int Version, KeyAlgorithm Algorithm, ReadOnlyMemory<byte> PublicKey, UnixTime NotBefore, UnixTime? NotAfter)
{
    private const int FormatVersion = 1;

    /// <summary>As it travels: <c>author-v1</c>.</summary>
    public string KeyId => $"{Name}-v{Version}";

    /// <summary>Base64url of the SM3 digest of the public key, 43 characters: what people compare and pairings pin.</summary>
    public string Fingerprint => Base64Url.EncodeToString(Sm3.Hash(PublicKey.Span));

    /// <summary>Whether it is a key to use at that time, and not only to check old things with.</summary>
    public bool IsInUse(DateTimeOffset now) => NotBefore.ToTime() <= now && (NotAfter is null || now < NotAfter.Value.ToTime());

    /// <summary>JSON without white space, members in this order: v, platId, name, version, algorithm, publicKey (base64url), notBefore, notAfter (absent when null).</summary>
    public byte[] ToCanonical()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("v", FormatVersion);
            json.WriteNumber("platId", Platform.Value);
            json.WriteString("name", Name);
            json.WriteNumber("version", Version);
            json.WriteString("algorithm", Algorithm == KeyAlgorithm.Sm2 ? "sm2" : "ed25519");
            json.WriteString("publicKey", Base64Url.EncodeToString(PublicKey.Span));
            json.WriteNumber("notBefore", NotBefore.Milliseconds);
            if (NotAfter is { } end) json.WriteNumber("notAfter", end.Milliseconds);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads canonical bytes; null for any other spelling or content.</summary>
    public static PublicKeyStatement? Parse(ReadOnlySpan<byte> canonical)
    {
        try
        {
            var reader = new Utf8JsonReader(canonical);
            var json = JsonElement.ParseValue(ref reader);
            // What is written back the same is canonical: no other order, spelling, white space, nor unknown or repeated member.
            return Read(json) is { } statement && canonical.SequenceEqual(statement.ToCanonical()) ? statement : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static PublicKeyStatement? Read(JsonElement json)
    {
        KeyAlgorithm? algorithm = json.GetProperty("algorithm").GetString() switch { "sm2" => KeyAlgorithm.Sm2, "ed25519" => KeyAlgorithm.Ed25519, _ => null };
        UnixTime? notAfter = json.TryGetProperty("notAfter", out var end) && UnixTime.TryFrom(end.GetInt64(), out var time) ? time : null;
        var isRead = PlatId.TryFrom(json.GetProperty("platId").GetInt64(), out var platform) & UnixTime.TryFrom(json.GetProperty("notBefore").GetInt64(), out var notBefore);
        var (name, version) = (json.GetProperty("name").GetString(), json.GetProperty("version").GetInt32());
        if (!isRead || algorithm is null || !KeyNames.IsName(name) || version < 1) return null;
        return new PublicKeyStatement(platform, name!, version, algorithm.Value, Base64Url.DecodeFromChars(json.GetProperty("publicKey").GetString()), notBefore, notAfter);
    }
}
