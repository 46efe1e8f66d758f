using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Trust.Keys;

/// <summary>Content of the local key-encryption key file: JSON, version 1, oldest key first, the last one in force.</summary>
internal sealed record KeyFile(int V, IReadOnlyList<KeyFile.Entry> Keys)
{
    /// <summary>Newest version of this file that can be read.</summary>
    public const int NewestVersion = 1;

    /// <param name="Id">kek-1, kek-2, …</param>
    /// <param name="CreatedAt">Milliseconds since the epoch.</param>
    /// <param name="Key">32 bytes, base64 in the file.</param>
    internal sealed record Entry(string Id, long CreatedAt, byte[] Key);

    /// <exception cref="KeyFileException">Not such a file.</exception>
    public static KeyFile Parse(string path, ReadOnlySpan<byte> content)
    {
        KeyFile? file;
        try
        {
            file = JsonSerializer.Deserialize(content, KeyFileJson.Default.KeyFile);
        }
        catch (JsonException)
        {
            throw new KeyFileException($"{path} is damaged: it is no key file."); // the parser's message might quote the key
        }

        if (file is { V: > NewestVersion }) throw new KeyFileException($"{path} was written by a newer version of this program.");
        var isWhole = file is { V: NewestVersion, Keys.Count: > 0 }
            && file.Keys.Select((entry, index) => entry is { Key.Length: 32 } && entry.Id == $"kek-{index + 1}").All(isEntry => isEntry);
        return isWhole ? file! : throw new KeyFileException($"{path} is damaged: a key is missing or has another length.");
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, KeyFileJson.Default.KeyFile);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeyFile))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
