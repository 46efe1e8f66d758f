using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Ascs.Storage;

/// <summary>
/// How one kind of document lies in a store: <c>{"v":3,"d":…}</c>, the version of the shape and the data. Written in the newest version, read in any version
/// that has upgrades; a document is upgraded when it is read and stays as it is in the store until somebody writes it.
/// </summary>
/// <typeparam name="T">The newest shape of the data.</typeparam>
public sealed class DocumentSchema<T>
{
    private readonly JsonTypeInfo<T> _json;
    private readonly byte[] _head;
    private readonly IUpgrade[] _upgrades; // in order: _upgrades[i].From == Version - _upgrades.Length + i

    /// <summary>Describes a kind of document.</summary>
    /// <param name="name">The kind, for messages: "authorisation".</param>
    /// <param name="version">The version written, from 1.</param>
    /// <param name="json">How the newest shape is written (source-generated).</param>
    /// <param name="upgrades">From the oldest version still read up to <paramref name="version"/>, without a gap.</param>
    public DocumentSchema(string name, int version, JsonTypeInfo<T> json, params IUpgrade[] upgrades)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(upgrades);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        var oldest = version - upgrades.Length;
        if (oldest < 1 || upgrades.Where((u, i) => u.From != oldest + i).Any())
            throw new ArgumentException($"{name}: upgrades must lead to version {version} one by one", nameof(upgrades));
        (Name, Version, _json, _upgrades) = (name, version, json, upgrades);
        _head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"v\":{version},\"d\":"));
    }

    /// <summary>The kind of document, for messages.</summary>
    public string Name { get; }

    /// <summary>The version written.</summary>
    public int Version { get; }

    /// <summary>The body of a document holding <paramref name="value"/>.</summary>
    public ReadOnlyMemory<byte> ToBody(T value)
    {
        var (buffer, writer) = BodyScratch.Take();
        try
        {
            writer.WriteStartObject();
            writer.WriteNumber("v"u8, Version);
            writer.WritePropertyName("d"u8);
            JsonSerializer.Serialize(writer, value, _json);
            writer.WriteEndObject();
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            BodyScratch.GiveBack(buffer, writer);
        }
    }

    /// <summary>The value of a body.</summary>
    /// <exception cref="NewerStoreException">Written by a newer program.</exception>
    /// <exception cref="InvalidDataException">Not a document of this kind, or older than its oldest upgrade.</exception>
    public T FromBody(ReadOnlyMemory<byte> body)
    {
        var (version, data) = Open(body);
        if (version > Version) throw new NewerStoreException($"A stored document ({Name})", version, Version);
        if (version < Version - _upgrades.Length) throw new InvalidDataException($"{Name}: no upgrade from version {version}");
        try
        {
            return (version == Version ? JsonSerializer.Deserialize(data.Span, _json) : Upgrade(version, data))
                ?? throw new InvalidDataException($"{Name}: no data");
        }
        catch (JsonException e)
        {
            // The position is told, the content is not.
            throw new InvalidDataException($"{Name}: version {version} data has another shape, byte {e.BytePositionInLine}");
        }
    }

    private T? Upgrade(int version, ReadOnlyMemory<byte> data)
    {
        var node = JsonNode.Parse(data.Span);
        foreach (var upgrade in _upgrades.AsSpan(version - (Version - _upgrades.Length))) node = upgrade.Apply(node);
        return node.Deserialize(_json);
    }

    // As it was written, or as another store has reordered it: then both members are looked for.
    private (int Version, ReadOnlyMemory<byte> Data) Open(ReadOnlyMemory<byte> body) =>
        body.Length > _head.Length + 1 && body.Span.StartsWith(_head) && body.Span[^1] == '}' ? (Version, body[_head.Length..^1]) : Find(body);

    private (int Version, ReadOnlyMemory<byte> Data) Find(ReadOnlyMemory<byte> body)
    {
        var (version, data) = (0, ReadOnlyMemory<byte>.Empty);
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            reader.Read(); // the opening brace; anything else ends the loop with nothing found
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isVersion = reader.ValueTextEquals("v"u8);
                var isData = reader.ValueTextEquals("d"u8);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                if (isVersion) version = reader.GetInt32();
                reader.Skip();
                if (isData) data = body[start..(int)reader.BytesConsumed];
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"{Name}: not a versioned document");
        }
        if (version < 1 || data.IsEmpty) throw new InvalidDataException($"{Name}: not a versioned document");
        return (version, data);
    }
}
