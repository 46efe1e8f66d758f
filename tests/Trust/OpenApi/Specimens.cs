using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.Trust.Tests.OpenApi;

/// <summary>Texts and values made from schemas: the smallest that keeps to one, and longer ones.</summary>
internal static class Specimens
{
    // Begin, filler and end for every pattern that has a form; any other is of one alphabet.
    private static readonly Dictionary<string, (string Begin, string Fill, string End)> Forms = new()
    {
        [EnterpriseId.Pattern] = ("ab", "", ""), [Aid.Pattern] = (new string('0', 27), "", ""), [Digest.Pattern] = (new string('A', 43), "", ""),
        [ConsentNonce.Pattern] = (new string('A', 22), "", ""), [AuthorisationId.Pattern] = ("az_" + new string('0', 26), "", ""),
        [DispatchId.Pattern] = ("dp_" + new string('0', 26), "", ""), [OrderId.Pattern] = ("dp_" + new string('0', 26) + "-0-0", "", ""), [SenderId.Pattern] = ("123", "", ""),
        [Patterns.AuthorKey] = ("author-v", "1", ""), [Patterns.ExchangeKey] = ("exchange-v", "1", ""),
        [SealedText.Pattern] = ("gm-cfb.data-" + new string('A', 22) + "." + new string('A', 64), "", ""), [Patterns.Operation] = ("a/", "b", ""), [Patterns.Address] = ("https://", "a", ""),
        [Patterns.EventSource] = ("urn:a:", "b", ""), [Patterns.EventType] = ("ascs.", "a", ""), [Patterns.CloudEvents] = ("1.0", "", ""),
        [Patterns.Time] = ("2026-11-22T02:00:00", ".000000000", "Z"), [Patterns.Variable] = ("a", "b", ""),
    };

    /// <summary>A text of so many characters, keeping to the pattern if that length can.</summary>
    public static string Text(string pattern, int length)
    {
        var (begin, fill, end) = Forms.TryGetValue(pattern, out var form) ? form : ("", Regex.IsMatch("A", pattern) || Regex.IsMatch("AA", pattern) ? "A" : "a", "");
        if (length < begin.Length + end.Length) return begin[..Math.Min(length, begin.Length)];
        var room = length - begin.Length - end.Length;
        return begin + (fill.Length > 1 ? fill : string.Concat(Enumerable.Repeat(fill, room)))[..Math.Min(room, fill.Length > 1 ? fill.Length : room)] + end;
    }

    /// <summary>The smallest value that keeps to a schema, every member present.</summary>
    public static JsonNode Least(JsonNode schema, JsonObject schemas)
    {
        schema = Resolve(schema, schemas);
        if (schema["const"] is { } constant) return constant.DeepClone();
        if (schema["enum"] is JsonArray names) return names[0]!.DeepClone();
        return schema["type"]!.GetValue<string>() switch
        {
            "integer" => schema["minimum"]!.DeepClone(),
            "boolean" => JsonValue.Create(true),
            "array" => Items(Least(schema["items"]!, schemas), Math.Max(1, schema["minItems"]!.GetValue<int>())),
            "string" => JsonValue.Create(Least(schema["pattern"]!.GetValue<string>(), schema["minLength"]?.GetValue<int>())),
            _ when schema["additionalProperties"] is JsonObject values => Map(schema, Least(values, schemas), Math.Max(1, schema["minProperties"]!.GetValue<int>())),
            _ => Members(schema, schemas),
        };
    }

    public static JsonNode Resolve(JsonNode schema, JsonObject schemas) =>
        schema["x-ascs-sensitive"] is JsonObject text ? text
        : schema["$ref"] is { } reference ? schemas[reference.GetValue<string>().Split('/')[^1]]! : schema;

    public static JsonArray Items(JsonNode item, int count) => new([.. Enumerable.Range(0, count).Select(_ => (JsonNode?)item.DeepClone())]);

    public static JsonObject Map(JsonNode schema, JsonNode value, int count)
    {
        var pattern = schema["propertyNames"]!["pattern"]!.GetValue<string>();
        return new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create(Name(pattern, i), (JsonNode?)value.DeepClone())));
    }

    private static string Name(string pattern, int i) => Text(pattern, 2) + i.ToString(CultureInfo.InvariantCulture);

    private static string Least(string pattern, int? length) => length is { } least ? Text(pattern, least) : Text(pattern, Forms[pattern].Begin.Length);

    private static JsonObject Members(JsonNode schema, JsonObject schemas) =>
        new((schema["properties"] as JsonObject ?? []).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Least(member.Value!, schemas))));
}
