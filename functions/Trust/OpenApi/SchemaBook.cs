using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;

namespace Ascs.Trust.OpenApi;

/// <summary>The wire types reachable from a catalogue, each once, by name. Requests are closed to unknown members, answers are open (a later version adds).</summary>
internal sealed class SchemaBook
{
    private const string Place = "#/components/schemas/";

    private readonly SortedDictionary<string, (Type Type, JsonNode Schema)> schemas = new(StringComparer.Ordinal);

    public static JsonObject Reference(Type type) => new() { ["$ref"] = Place + type.Name };

    public void AddRequest(Type type) => Add(type, WireOptions.Strict);

    public void AddAnswer(Type type) => Add(type, WireOptions.Tolerant);

    public JsonObject ToJson()
    {
        var all = new JsonObject();
        foreach (var (name, (_, schema)) in schemas) all[name] = schema.DeepClone();
        return all;
    }

    private void Add(Type type, JsonSerializerOptions options)
    {
        if (schemas.TryGetValue(type.Name, out var known))
        {
            if (known.Type != type) throw new InvalidOperationException($"Two wire types are named {type.Name}.");
            return;
        }

        schemas[type.Name] = (type, new JsonObject()); // a type that reaches itself finds it here
        var found = new List<Type>();
        var exporting = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Transform(context, node, found) };
        schemas[type.Name] = (type, options.GetJsonSchemaAsNode(type, exporting));
        foreach (var inner in found) Add(inner, options);
    }

    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode node, List<Type> found)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (WireSchemas.Of(type) is { } own) return own;
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && !context.Path.IsEmpty)
        {
            found.Add(type);
            return Reference(type);
        }

        var schema = node as JsonObject ?? new JsonObject(); // `true` for any JSON at all
        WireSchemas.Tidy(schema, context.TypeInfo);
        if (context.PropertyInfo is { } member) RuleSchemas.Apply(schema, WireRules.Of(member));
        return schema;
    }
}
