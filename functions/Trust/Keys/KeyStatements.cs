using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Certificates;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Keys;

/// <summary>Signs and reads key statements. The platform certificate signs two fields, each after its length in four bytes, big-endian:
/// <c>ascs-key-statement-v1</c> and the statement's canonical bytes. Who hands a key on (the trusted party hands on the operators') can't swap it.</summary>
public static class KeyStatements
{
    // Clocks of partners may be a little behind the owner's when a new key is stated.
    private static readonly TimeSpan Backdating = TimeSpan.FromMinutes(5);

    // A call signed before a rotation may arrive after it.
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>Signs a statement under the platform's certificate.</summary>
    /// <param name="statement">About the platform that the certificate claims.</param>
    /// <param name="certificate">With its ECDSA P-256 private key.</param>
    public static SignedKeyStatement Sign(PublicKeyStatement statement, X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no ECDSA private key.", nameof(certificate));
        if (CertificateIdentity.PlatformOf(certificate) != statement.Platform) throw new ArgumentException("A platform states its own keys only.", nameof(statement));
        var canonical = statement.ToCanonical();
        return new SignedKeyStatement(
            Base64Url.EncodeToString(canonical), Base64Url.EncodeToString(certificate.RawData), Base64Url.EncodeToString(key.SignData(Input(canonical), HashAlgorithmName.SHA256)));
    }

    /// <summary>Signed statements of every public key a ring ever had; those replaced or destroyed only check what was signed before.</summary>
    public static IReadOnlyList<SignedKeyStatement> Of(KeyRing ring, PlatId platform, X509Certificate2 certificate)
    {
        var records = ring.Records;
        return [.. records.Where(record => record.PublicKey is not null).Select(record => Sign(Of(record, platform, records), certificate))];
    }

    /// <summary>Checks a statement offered for a platform against that platform's pinned certificate.</summary>
    /// <param name="signed">As received.</param>
    /// <param name="platform">Whose key it is meant to be.</param>
    /// <param name="pinnedThumbprint">64 upper-case hexadecimal digits, see <see cref="CertificateIdentity.ThumbprintOf"/>.</param>
    /// <param name="statement">Set when null is returned.</param>
    /// <returns>The first fault, or null.</returns>
    public static KeyFault? Read(SignedKeyStatement signed, PlatId platform, string pinnedThumbprint, out PublicKeyStatement? statement)
    {
        statement = null;
        if (string.IsNullOrEmpty(signed.Certificate) || string.IsNullOrEmpty(signed.Signature)) return KeyFault.Unsigned;
        if (Decode(signed.Statement) is not { } canonical || Decode(signed.Certificate) is not { } der || Decode(signed.Signature) is not { } signature) return KeyFault.Malformed;
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(der), Pin(pinnedThumbprint))) return KeyFault.CertificateNotPinned;
        // From here on the certificate is the pinned one, byte by byte.
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        using var key = certificate.GetECDsaPublicKey();
        if (key is null || !key.VerifyData(Input(canonical), signature, HashAlgorithmName.SHA256)) return KeyFault.SignatureWrong;
        if (PublicKeyStatement.Parse(canonical) is not { } read) return KeyFault.Malformed;
        if (read.Platform != platform || CertificateIdentity.PlatformOf(certificate) != platform) return KeyFault.ForeignPlatform;
        if (!IsKey(read)) return KeyFault.KeyInvalid;
        statement = read;
        return null;
    }

    /// <summary>The body of <c>/v1/keys</c>: a JSON array of statements.</summary>
    public static byte[] ToJson(IReadOnlyList<SignedKeyStatement> statements) => JsonSerializer.SerializeToUtf8Bytes(statements, KeyStatementJson.Default.IReadOnlyListSignedKeyStatement);

    /// <summary>Reads the body of <c>/v1/keys</c>; null when it is none. Members added by later versions are passed over.</summary>
    public static IReadOnlyList<SignedKeyStatement>? FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var statements = JsonSerializer.Deserialize(json, KeyStatementJson.Default.IReadOnlyListSignedKeyStatement);
            return statements is null || statements.Any(statement => statement is null) ? null : statements;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PublicKeyStatement Of(KeyRecord record, PlatId platform, IReadOnlyList<KeyRecord> records)
    {
        var successor = records.FirstOrDefault(other => other.Name == record.Name && other.Version == record.Version + 1);
        DateTimeOffset?[] ends = [record.DestroyedAt?.ToTime(), successor?.CreatedAt.ToTime() + Overlap];
        return new PublicKeyStatement(platform, record.Name, record.Version, record.Algorithm, record.PublicKey!.Value,
            UnixTime.From(record.CreatedAt.ToTime() - Backdating), ends.Min() is { } end ? UnixTime.From(end) : null);
    }

    private static byte[] Input(byte[] canonical) => LengthPrefixed.Join("ascs-key-statement-v1"u8.ToArray(), canonical);

    private static bool IsKey(PublicKeyStatement statement) => statement.Algorithm == KeyAlgorithm.Sm2
        ? Sm2PublicKey.TryImport(statement.PublicKey.Span, out _) : statement.PublicKey.Length == Ed25519.PublicKeyLength;

    private static byte[] Pin(string thumbprint) => Convert.FromHexString(thumbprint);

    private static byte[]? Decode(string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is var bytes && Base64Url.EncodeToString(bytes) == text ? bytes : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<SignedKeyStatement>))]
internal sealed partial class KeyStatementJson : JsonSerializerContext;
