using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Trust.Gate;
using Ascs.Trust.OpenApi;

namespace Ascs.Trust.Tests.OpenApi;

/// <summary>The OpenAPI documents and the gate say the same of every member of every request (CHEAA-5.1.3.3: each with data of another range, length and type).</summary>
public sealed class RuleAgreementTests
{
    private static readonly Endpoint[] Endpoints = [.. SessionCatalogue.Endpoints, .. EnterpriseCatalogue.Endpoints, .. TrustedPartyCatalogue.Endpoints, .. OperatorCatalogue.Endpoints];

    // Sensitive text as it is once the session's key has opened it.
    private static readonly JsonSerializerOptions Opened = WireOptions.StrictWith(new OpenText());

    // Those that a request carries inside an envelope or a form have no place in the document, but the same rules.
    private static readonly Type[] Carried =
        [typeof(Agreement), typeof(Confirmation), typeof(ConfirmationResult), typeof(SignedDocument), typeof(SealedIdContent), typeof(MessageVariables)];

    public static TheoryData<Type> Types => [.. Endpoints.Select(endpoint => endpoint.RequestType).Concat(Carried).Distinct()];

    [Theory]
    [MemberData(nameof(Types))]
    public void what_is_just_inside_passes_and_what_is_just_outside_is_refused(Type type)
    {
        var book = new SchemaBook();
        book.AddRequest(type);
        var schemas = book.ToJson();
        var least = Specimens.Least(schemas[type.Name]!, schemas);
        Assert.Null(Fault(type, least));
        foreach (var variant in Variants.Of(schemas[type.Name]!, schemas))
        {
            var fault = Fault(type, variant.In(least));
            var about = $"{variant.Pointer} = {Short(variant.Value)}: {fault}";
            Assert.True(variant.Good == fault is null, about);
            Assert.True(fault is null || variant.Pointer.StartsWith(fault.Pointer, StringComparison.Ordinal) || fault.Pointer.StartsWith(variant.Pointer, StringComparison.Ordinal), about);
        }
    }

    [Fact]
    public void the_documents_have_the_schemas_that_were_tried()
    {
        var document = JsonNode.Parse(OpenApiDocument.Of("trusted party", TrustedPartyCatalogue.Endpoints))!["components"]!["schemas"]!;
        var book = new SchemaBook();
        book.AddRequest(typeof(CreateDispatchRequest));
        Assert.All(book.ToJson(), schema => Assert.Equal(schema.Value!.ToJsonString(), document[schema.Key]!.ToJsonString()));
        Assert.Equal("""{"type":"array","items":{"$ref":"#/components/schemas/Recipient"},"minItems":1,"maxItems":500}""", document["CreateDispatchRequest"]!["properties"]!["recipients"]!.ToJsonString());
    }

    // As the gate does: CheckText, then CheckSchema.
    private static FieldError? Fault(Type type, JsonNode body)
    {
        var json = Encoding.UTF8.GetBytes(body.ToJsonString(WireOptions.Strict));
        if (BodyScan.Of(json, 500).Fault is { } text && !Carried.Contains(type)) return text;
        try
        {
            return JsonSerializer.Deserialize(json, type, Opened) is { } request ? WireRules.Check(request) : new FieldError("", "FORM");
        }
        catch (JsonException fault)
        {
            return new FieldError(JsonPointer.Of(fault.Path), "FORM");
        }
    }

    private static string Short(JsonNode? value) => value?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 60)] : "absent";
}
