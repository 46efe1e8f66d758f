using System.Text.Json.Nodes;

namespace Ascs.Evidence.Tests;

/// <summary>The committed vectors, as JSON.</summary>
internal static class Vectors
{
    public static JsonNode Read(string name) => JsonNode.Parse(Text(name))!;

    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", name));

    public static byte[] Hex(this JsonNode node) => Convert.FromHexString(node.GetValue<string>());
}
