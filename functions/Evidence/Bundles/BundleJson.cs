using System.Text.Json;

namespace Ascs.Evidence.Bundles;

/// <summary>The members of a bundle file as they are read, before any of them means anything.</summary>
internal sealed record BundleJson(
    string Format,
    string Origin,
    IReadOnlyList<string> Keys,
    string Checkpoint,
    string Aid,
    IReadOnlyList<BundleJson.Entry> Entries,
    IReadOnlyList<BundleJson.Content> Contents,
    string Signature)
{
    // Strict: unknown, missing and duplicate members are refused, and null.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 8,
    };

    internal static BundleJson? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<BundleJson>(bytes, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Entry(long Index, string Leaf, IReadOnlyList<string> Proof, IReadOnlyList<Opening> Openings);

    internal sealed record Opening(string Field, string Value, string Salt);

    internal sealed record Content(long Index, string Field, string Text);
}
