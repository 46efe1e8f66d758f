using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Problems;

namespace Ascs.Trust.Tests.Problems;

public sealed class ProblemTranslatorTests
{
    private static readonly string TraceId = new('a', 32);

    [Fact]
    public void every_code_survives_the_way_through_the_wire()
    {
        foreach (var code in ProblemCodes.All)
        {
            var problem = ProblemTranslator.FromBody(ProblemTranslator.ToBody(new Problem(code, new FieldError("/aids/0", "FORM")), TraceId), code.Status);
            Assert.Same(code, problem.Code);
            Assert.Equal(new FieldError("/aids/0", "FORM"), Assert.Single(problem.Errors));
        }
    }

    [Fact]
    public void a_document_has_exactly_the_members_that_are_promised()
    {
        var document = JsonDocument.Parse(ProblemTranslator.ToBody(ProblemCodes.AidUnknown, TraceId)).RootElement;
        Assert.Equal(["type", "title", "status", "code", "traceId", "errors"], document.EnumerateObject().Select(member => member.Name));
        Assert.Equal("urn:ascs:problem:AID_UNKNOWN", document.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(418, "FUTURE_CODE", "FUTURE_CODE", false)]
    [InlineData(503, "FUTURE_CODE", "FUTURE_CODE", true)]
    [InlineData(409, "FUTURE_CODE", "FUTURE_CODE", true)]
    [InlineData(429, "FUTURE_CODE", "FUTURE_CODE", true)]
    [InlineData(401, "FUTURE_CODE", "FUTURE_CODE", false)]
    [InlineData(404, "<script>", "REFUSED", false)]
    public void an_unknown_code_keeps_its_name_and_is_told_apart_by_its_status(int status, string code, string expected, bool retry)
    {
        var body = $$"""{"type":"x","title":"x","status":{{status}},"code":"{{code}}","traceId":"{{TraceId}}","errors":[],"later":1}""";
        var problem = ProblemTranslator.FromBody(Encoding.UTF8.GetBytes(body), status);
        Assert.Equal((expected, retry), (problem.Code.Code, problem.Code.Retry));
    }

    [Theory]
    [InlineData("", 502, "UNAVAILABLE")]
    [InlineData("<html>", 500, "INTERNAL")]
    [InlineData("null", 429, "TOO_MANY_REQUESTS")]
    [InlineData("{}", 403, "REFUSED")]
    public void what_is_no_document_is_told_by_its_status(string body, int status, string expected) =>
        Assert.Equal(expected, ProblemTranslator.FromBody(Encoding.UTF8.GetBytes(body), status).Code.Code);
}
