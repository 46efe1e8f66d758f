using System.Text;
using System.Text.Json;

namespace Ascs.Contracts.Tests.Rules;

/// <summary>No member of a request, nor of a document that a request carries, is without a rule.</summary>
public sealed class WireRulesTests
{
    private static readonly Type[] Documents =
    [
        typeof(Agreement), typeof(Confirmation), typeof(ConfirmationResult), typeof(SignedDocument), typeof(SealedIdContent), typeof(MessageVariables),
        typeof(OutcomeEvent), typeof(ReplyEvent), typeof(AidStatus),
    ];

    public static TheoryData<Type> Requests => [.. typeof(EnterpriseCatalogue).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Catalogue", StringComparison.Ordinal)).Select(type => type.GetProperty("Endpoints")?.GetValue(null))
        .OfType<IEnumerable<Endpoint>>().SelectMany(endpoints => endpoints).Select(endpoint => endpoint.RequestType).Concat(Documents).Distinct()];

    [Theory]
    [MemberData(nameof(Requests))]
    public void every_member_has_a_rule(Type request) => Assert.NotNull(WireRules.For(request));

    [Fact]
    public void a_member_without_one_is_found() =>
        Assert.Equal("LeafProof.index needs one rule.", Assert.Throws<InvalidOperationException>(() => WireRules.For(typeof(LeafProof))).Message);

    [Theory]
    [InlineData("""{"v":1,"firstSequence":1,"items":[null]}""", "/items/0 FORM")]
    [InlineData("""{"v":2,"firstSequence":1,"items":[]}""", "/v VERSION")]
    [InlineData("""{"v":1,"firstSequence":0,"items":[]}""", "/firstSequence RANGE")]
    [InlineData("""{"v":1,"firstSequence":9007199254740992,"items":[]}""", "/firstSequence RANGE")]
    [InlineData("""{"v":1,"firstSequence":1,"items":[{"kind":"REPLY","at":1,"authorisationId":"az_00000000000000000000000000","reply":"AAAA"}]}""", "/items/0/reply LENGTH")]
    [InlineData("""{"v":1,"firstSequence":1,"items":[]}""", null)]
    public void the_fault_is_named_and_pointed_at(string json, string? expected) => Assert.Equal(expected, Fault<ReportOutcomesRequest>(json));

    [Theory]
    [InlineData("""{"aid":"000000000000000000000000000","variables":{"name":"张三"}}""", null)]
    [InlineData("""{"aid":"000000000000000000000000000","variables":{"name":null}}""", "/variables/name FORM")]
    [InlineData("""{"aid":"000000000000000000000000000","variables":{"na me":"x"}}""", "/variables NAME")]
    [InlineData("""{"aid":"000000000000000000000000000","variables":{"name\n":"x"}}""", "/variables NAME")]
    [InlineData("""{"aid":"000000000000000000000000000","variables":{"name":"＜b＞"}}""", "/variables/name CHARACTER")]
    public void a_name_that_breaks_its_rule_is_not_repeated(string json, string? expected) =>
        Assert.Equal(expected?.Insert(0, "/recipients/0"), Fault<CreateTaskRequest>($$"""
            {"v":1,"serviceId":"ab","channel":"SMS","templateId":"ab","templateVersion":1,"senderId":"123","recipients":[{{json}}]}
            """));

    [Fact]
    public void a_document_that_breaks_a_rule_is_none()
    {
        const string Good = """{"v":1,"policyVersion":1,"choices":{"channels":["SMS"],"termDays":30,"language":"ZH"},"text":"一\n","submittedAt":1}""";
        Assert.NotNull(StrictJson.Read<Agreement>(Encoding.UTF8.GetBytes(Good)));
        Assert.Null(StrictJson.Read<Agreement>(Encoding.UTF8.GetBytes(Good.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal))));
        Assert.Null(StrictJson.Read<Agreement>(Encoding.UTF8.GetBytes(Good.Replace("一", "\\u202e", StringComparison.Ordinal))));
        Assert.Null(StrictJson.Read<Agreement>(Encoding.UTF8.GetBytes(Good.Replace("[\"SMS\"]", "[]", StringComparison.Ordinal))));
    }

    private static string? Fault<T>(string json)
        where T : class => WireRules.Check(JsonSerializer.Deserialize<T>(json, WireOptions.StrictWith(new OpenText()))!) is { } fault ? $"{fault.Pointer} {fault.Rule}" : null;
}
