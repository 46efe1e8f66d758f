using System.Text.Json.Nodes;
using Ascs.Contracts;

namespace Ascs.Trust.OpenApi;

/// <summary>Writes the rules on a member into its schema: the same that the gate checks.</summary>
internal static class RuleSchemas
{
    public static void Apply(JsonObject schema, IEnumerable<RuleAttribute> rules)
    {
        foreach (var rule in rules) rule.Describe(rule is TextRuleAttribute ? InClear(Texts(schema)) : schema);
    }

    // What is sealed on the wire has one pattern there; the rule is about the text inside.
    private static JsonObject InClear(JsonObject schema)
    {
        if (!schema.ContainsKey("x-ascs-sensitive")) return schema;
        var text = new JsonObject { ["type"] = "string" };
        schema["x-ascs-sensitive"] = text;
        return text;
    }

    // A rule of texts on a list or map is about each of them.
    private static JsonObject Texts(JsonObject schema) => (schema["items"] ?? schema["additionalProperties"]) as JsonObject ?? schema;
}
