using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Keys;

/// <summary>One version of one key in container <c>keys</c>, partition <c>ring</c>, id <c>&lt;name&gt;_v&lt;9 digits&gt;</c>: created once, rewrapped at most, then emptied.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Version">From 1.</param>
/// <param name="Algorithm">Name of a <see cref="KeyAlgorithm"/>.</param>
/// <param name="CreatedAt">When made, milliseconds since the epoch.</param>
/// <param name="PublicKey">Base64, or null.</param>
/// <param name="WrappedUnder">Version of the key-encryption key; null once destroyed.</param>
/// <param name="Wrapped">Base64 of the wrapped key; null once destroyed.</param>
/// <param name="DestroyedAt">When destroyed, milliseconds since the epoch, or null.</param>
internal sealed record KeyDocument(
    string Name, int Version, KeyAlgorithm Algorithm, long CreatedAt, byte[]? PublicKey = null, string? WrappedUnder = null, byte[]? Wrapped = null,
    long? DestroyedAt = null)
{
    public const string Partition = "ring";

    public static readonly DocumentSchema<KeyDocument> Schema = new("key", 1, KeyDocumentJson.Default.KeyDocument);

    public string Id => IdOf(Name, Version);

    public static string IdOf(string name, int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}_v{version:D9}");

    public KeyRecord ToRecord() => new(
        Name, Version, Algorithm, Time(CreatedAt), PublicKey is { } key ? key : default(ReadOnlyMemory<byte>?), DestroyedAt is { } destroyed ? Time(destroyed) : null);

    private UnixTime Time(long milliseconds) =>
        UnixTime.TryFrom(milliseconds, out var time) ? time : throw new InvalidDataException($"Key {Name}: a stored time is out of range.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyDocument))]
internal sealed partial class KeyDocumentJson : JsonSerializerContext;
