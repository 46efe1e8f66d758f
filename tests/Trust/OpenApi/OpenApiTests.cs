using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Trust.OpenApi;

namespace Ascs.Trust.Tests.OpenApi;

/// <summary>The committed documents are those of the catalogues. <c>ASCS_APPROVE=1</c> writes them anew.</summary>
public sealed class OpenApiTests
{
    public static TheoryData<string> Files => ["enterprise", "trusted-party", "operator"];

    [Theory]
    [MemberData(nameof(Files))]
    public void the_committed_document_is_that_of_the_catalogue(string file)
    {
        var made = Make(file);
        var path = Path.Combine(Root(), "docs", "openapi", file + ".json");
        if (Environment.GetEnvironmentVariable("ASCS_APPROVE") == "1")
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, made);
        }

        Assert.Equal(File.ReadAllText(path), made);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void every_reference_leads_somewhere(string file)
    {
        var document = JsonNode.Parse(Make(file))!;
        var references = All(document).OfType<JsonObject>().Select(node => node["$ref"]?.GetValue<string>()).OfType<string>().Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(reference[2..].Split('/').Aggregate(document, (node, step) => node?[step]!)));
    }

    [Fact]
    public void requests_are_closed_and_their_texts_have_patterns()
    {
        var schema = JsonNode.Parse(Make("trusted-party"))!["components"]!["schemas"]!["RevokeRequest"]!;
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(EnterpriseId.Pattern, schema["properties"]!["enterpriseId"]!["pattern"]!.GetValue<string>());
        Assert.Equal(["v", "enterpriseId", "aids", "by"], schema["required"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    private static string Make(string file) => file switch
    {
        "enterprise" => OpenApiDocument.Of("enterprise", EnterpriseCatalogue.Endpoints),
        "operator" => OpenApiDocument.Of("operator", OperatorCatalogue.Endpoints),
        _ => OpenApiDocument.Of("trusted party", TrustedPartyCatalogue.Endpoints),
    };

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => All(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(All).Prepend(items),
        null => [],
        _ => [node],
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Ascs.slnf"))) folder = folder.Parent;
        return folder.FullName;
    }
}
