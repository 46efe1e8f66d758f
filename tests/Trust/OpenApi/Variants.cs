using System.Text.Json.Nodes;

namespace Ascs.Trust.Tests.OpenApi;

/// <summary>For every member that a schema reaches: values just inside each of its keywords, and just outside.</summary>
internal static class Variants
{
    /// <summary>Each value stands at a JSON pointer; everything else in the body keeps to the schema.</summary>
    public static IEnumerable<Variant> Of(JsonNode schema, JsonObject schemas, string pointer = "")
    {
        schema = Specimens.Resolve(schema, schemas);
        if (schema["const"] is { } constant) return [new(pointer, constant.DeepClone(), true), new(pointer, constant.GetValue<int>() + 1, false)];
        if (schema["enum"] is JsonArray names) return names.Select(name => new Variant(pointer, name!.DeepClone(), true)).Append(new(pointer, "NEVER", false)).Append(new(pointer, 0, false));
        return schema["type"]?.GetValue<string>() switch
        {
            "integer" => Numbers(schema, pointer),
            "boolean" => [new(pointer, false, true), new(pointer, "false", false)],
            "string" => Texts(schema, pointer),
            "array" => Lists(schema, schemas, pointer),
            _ when schema["additionalProperties"] is JsonObject values => Maps(schema, values, schemas, pointer),
            _ => Members(schema, schemas, pointer),
        };
    }

    private static Variant[] Numbers(JsonNode schema, string pointer)
    {
        var (least, most) = (schema["minimum"]!.GetValue<long>(), schema["maximum"]!.GetValue<long>());
        return [new(pointer, least, true), new(pointer, most, true), new(pointer, least - 1, false), new(pointer, most + 1, false), new(pointer, "1", false)];
    }

    private static IEnumerable<Variant> Texts(JsonNode schema, string pointer)
    {
        var pattern = schema["pattern"]!.GetValue<string>();
        if (schema["minLength"] is null) // an identifier: its pattern says the length too
        {
            var text = Specimens.Least(schema, []).GetValue<string>();
            return [new(pointer, text, true), new(pointer, text + "!", false), new(pointer, text + "\n", false), new(pointer, "", false), new(pointer, "＜" + text, false)];
        }

        var (least, most) = (schema["minLength"]!.GetValue<int>(), schema["maxLength"]!.GetValue<int>());
        var good = Specimens.Text(pattern, Math.Max(least, 1));
        var inside = new[] { least, most }.Where(length => length > 0).Select(length => new Variant(pointer, Specimens.Text(pattern, length), true));
        var outside = new List<Variant> { new(pointer, Specimens.Text(pattern, most) + "A", false), new(pointer, "<" + good[1..], false), new(pointer, good[..^1] + "\u0007", false) };
        if (least > 0) outside.Add(new(pointer, good[..^1], false));
        return inside.Concat(outside);
    }

    private static IEnumerable<Variant> Lists(JsonNode schema, JsonObject schemas, string pointer)
    {
        var item = Specimens.Least(schema["items"]!, schemas);
        return Counts(pointer, schema["minItems"]!.GetValue<int>(), schema["maxItems"]!.GetValue<int>(), count => Specimens.Items(item, count))
            .Append(new(pointer, new JsonArray((JsonNode?)null), false)).Concat(Of(schema["items"]!, schemas, pointer + "/0"));
    }

    private static IEnumerable<Variant> Maps(JsonNode schema, JsonObject values, JsonObject schemas, string pointer)
    {
        var value = Specimens.Least(values, schemas);
        var first = Specimens.Map(schema, value, 1).Single().Key;
        return Counts(pointer, schema["minProperties"]!.GetValue<int>(), schema["maxProperties"]!.GetValue<int>(), count => Specimens.Map(schema, value, count))
            .Append(new(pointer, new JsonObject { ["A B"] = value.DeepClone() }, false)).Append(new(pointer, new JsonObject { [first] = null }, false))
            .Concat(Of(values, schemas, $"{pointer}/{first}"));
    }

    private static List<Variant> Counts(string pointer, int least, int most, Func<int, JsonNode> make)
    {
        List<Variant> counts = [new(pointer, make(least), true), new(pointer, make(most), true), new(pointer, make(most + 1), false)];
        if (least > 0) counts.Add(new(pointer, make(least - 1), false));
        return counts;
    }

    private static IEnumerable<Variant> Members(JsonNode schema, JsonObject schemas, string pointer)
    {
        var needed = (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        var members = schema["properties"] as JsonObject ?? [];
        var absent = members.Select(member => new Variant($"{pointer}/{member.Key}", null, !needed.Contains(member.Key)));
        var unknown = schema["additionalProperties"]?.GetValueKind() == System.Text.Json.JsonValueKind.False ? [new Variant(pointer + "/more", 1, false)] : Array.Empty<Variant>();
        return absent.Concat(unknown).Concat(members.SelectMany(member => Of(member.Value!, schemas, $"{pointer}/{member.Key}")));
    }
}
