using System.Text;
using System.Text.Json;
using Ascs.Trust.Signing;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Tests.Signing;

/// <summary>Reads the vector files; fields are pairs so that one name may come on two lines.</summary>
internal static class Vectors
{
    public static JsonElement Load(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", file))).RootElement;

    public static FieldLookup Fields(JsonElement pairs)
    {
        var lines = pairs.EnumerateArray().Select(pair => (Name: pair[0].GetString()!, Value: pair[1].GetString()!)).ToArray();
        return Lookup(lines);
    }

    public static FieldLookup Lookup(params (string Name, string Value)[] lines) =>
        name => new StringValues([.. lines.Where(line => line.Name == name).Select(line => line.Value)]);

    public static string[] Lines(JsonElement array) => [.. array.EnumerateArray().Select(line => line.GetString()!)];

    public static byte[] Body(JsonElement element) => Encoding.UTF8.GetBytes(element.GetProperty("body").GetString()!);

    public static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
