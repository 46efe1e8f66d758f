using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Trust.Gate;
using Ascs.Trust.Limits;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.OpenApi;

/// <summary>A party's OpenAPI 3.1 document, made from its catalogue and nothing else. The same text every time: the committed copies are compared with it.</summary>
public static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // With the type of what they answer; null for a document that is defined elsewhere.
    private static readonly (Page Page, Type? Answer)[] PublicData =
        [(CommonPages.Health, null), (CommonPages.OpenApi, null), (CommonPages.Keys, null), (CommonPages.Errors, typeof(ProblemCatalogue))];

    /// <summary>The document's text, ending with a line feed.</summary>
    /// <param name="title">The party's name.</param>
    /// <param name="endpoints">Its platform endpoints, but those of sessions, which every party has.</param>
    /// <param name="limits">Its limits; those it has without being told otherwise when absent.</param>
    public static string Of(string title, IEnumerable<Endpoint> endpoints, LimitOptions? limits = null)
    {
        var list = SessionTable.Endpoints.Select(bound => bound.Endpoint).Concat(endpoints).OrderBy(endpoint => endpoint.Route, StringComparer.Ordinal).ToList();
        var schemas = new SchemaBook();
        foreach (var endpoint in list) schemas.AddRequest(endpoint.RequestType);
        foreach (var endpoint in list) schemas.AddAnswer(endpoint.AnswerType);
        schemas.AddAnswer(typeof(ProblemDocument));
        foreach (var answer in PublicData.Select(page => page.Answer).OfType<Type>()) schemas.AddAnswer(answer);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = $"ASCS {title}", ["version"] = "1" },
            ["x-ascs-rate-limits"] = PublishedLimits.Of(limits ?? new LimitOptions(), list),
            ["paths"] = Paths(list),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["parameters"] = SignedFields.Parameters(),
                ["responses"] = ProblemResponses(),
                ["securitySchemes"] = new JsonObject { ["platform"] = new JsonObject { ["type"] = "mutualTLS" } },
            },
        };
        return document.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Paths(List<Endpoint> endpoints)
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints) paths[endpoint.Route] = new JsonObject { [Verb(endpoint.Method)] = Operation(endpoint) };
        foreach (var (page, answer) in PublicData) paths[page.Route] = new JsonObject { [Verb(page.Method)] = PublicOperation(page, answer) };
        return paths;
    }

    private static JsonObject Operation(Endpoint endpoint) => new()
    {
        ["operationId"] = endpoint.Name,
        ["security"] = new JsonArray(new JsonObject { ["platform"] = new JsonArray() }),
        ["x-ascs-callers"] = new JsonArray([.. endpoint.Callers.Select(role => (JsonNode)JsonSerializer.SerializeToNode(role, Readable)!)]),
        ["x-ascs-limits"] = new JsonObject { ["maxBodyBytes"] = endpoint.Limits.MaxBodyBytes, ["maxItems"] = endpoint.Limits.MaxItems },
        ["parameters"] = SignedFields.Of(endpoint),
        ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(PlainAnswer.Json, endpoint.RequestType) },
        ["responses"] = Responses(endpoint),
    };

    private static JsonObject PublicOperation(Page page, Type? answer) => new()
    {
        ["operationId"] = page.Name,
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "OK", ["content"] = answer is null ? new JsonObject { [PlainAnswer.Json] = new JsonObject() } : Content(PlainAnswer.Json, answer) },
        },
    };

    private static JsonObject Responses(Endpoint endpoint)
    {
        var responses = new JsonObject { ["200"] = new JsonObject { ["description"] = "Done, or decided.", ["content"] = Content(PlainAnswer.Json, endpoint.AnswerType) } };
        if (endpoint.Idempotent)
            responses["202"] = new JsonObject { ["description"] = "Taken on, not done yet.", ["content"] = Content(PlainAnswer.Json, endpoint.AnswerType) };
        foreach (var status in Statuses()) responses[Text(status)] = new JsonObject { ["$ref"] = $"#/components/responses/Problem{status}" };
        return responses;
    }

    private static JsonObject ProblemResponses()
    {
        var responses = new JsonObject();
        foreach (var status in Statuses())
        {
            var codes = ProblemCodes.All.Where(code => code.Status == status).Select(code => code.Code);
            responses[$"Problem{status}"] = new JsonObject
            {
                ["description"] = string.Join(", ", codes),
                ["content"] = Content(Problems.ProblemTranslator.ContentType, typeof(ProblemDocument)),
            };
        }

        responses["Problem429"]!["headers"] = PublishedLimits.Fields();
        return responses;
    }

    private static IEnumerable<int> Statuses() => ProblemCodes.All.Select(code => code.Status).Distinct().Order();

    private static JsonObject Content(string mediaType, Type type) => new() { [mediaType] = new JsonObject { ["schema"] = SchemaBook.Reference(type) } };

    private static string Verb(string method) => CultureInfo.InvariantCulture.TextInfo.ToLower(method);

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
