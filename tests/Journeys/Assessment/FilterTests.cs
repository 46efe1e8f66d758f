using System.Text;
using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.3.3 and 4.1.4, assessed as 5.1.3.3 and 5.1.4 say: what a request may be, and what a refusal tells.</summary>
public sealed class FilterTests(AssessedSystem system) : IClassFixture<AssessedSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Assessor Assessor => system.Assessor;

    public static TheoryData<string> WrongTypes =>
        ["application/json", "application/json; charset=gb18030", "application/json; charset=utf-16", "text/plain; charset=utf-8", "application/xml; charset=utf-8", ""];

    /// <summary>Each is one change to a good request: type, range, length, unknown and duplicate members.</summary>
    public static TheoryData<string> WrongBodies =>
    [
        """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":0}""", """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":501}""",
        """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":"10"}""", """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":1e1}""",
        """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":10.5}""", """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":99999999999999999999}""",
        """{"v":2,"serviceId":"visit-reminder","cursor":null,"limit":10}""", """{"v":1,"serviceId":"visit-reminder","cursor":null}""",
        """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":10,"limit":10}""", """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":10,"more":1}""",
        """{"v":1,"serviceId":["visit-reminder"],"cursor":null,"limit":10}""", """{"v":1,"serviceId":"v","cursor":null,"limit":10}""",
        """[]""", """null""", "", """{"v":1,"serviceId":"visit-reminder","cursor":null,"limit":10}x""",
    ];

    /// <summary>Text that hides, reorders, injects, or is another text than it looks.</summary>
    public static TheoryData<string> WrongTexts =>
    [
        "' OR 1=1 --", "<script>alert(1)</script>", "${jndi:ldap://x}", "../../etc/passwd", "visit-reminder\u0000", "visit\u200Breminder", "visit\u202Ereminder", "visit\uFEFFreminder",
        "ｖｉｓｉｔ－ｒｅｍｉｎｄｅｒ", "visit-reminder ", "%76isit-reminder", "VISIT-REMINDER", "visit\r\nreminder",
    ];

    [Fact]
    [Clause("CHEAA-4.1.3.3a", "a question by GET, DELETE or PATCH is refused; by POST with application/json and charset utf-8 answered")]
    public async Task Data_travels_by_PUT_or_POST()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete, HttpMethod.Patch })
        {
            var message = Message(session, AssessedSystem.QuestionBody);
            message.Method = method;
            Assert.Equal("METHOD_NOT_ALLOWED", (await Assessor.SendAsync(message, Cancelled)).Code);
        }

        Assert.True((await system.AskAsync(session, Cancelled)).Passed);
    }

    [Theory]
    [MemberData(nameof(WrongTypes))]
    [Clause("CHEAA-4.1.3.3a", "a body without a character set, with another one, or of another type is refused")]
    [Clause("CHEAA-4.1.3.3c", "the character set must be stated and UTF-8; a body in GB 18030 or in broken UTF-8 under that name is refused before anything is read from it")]
    public async Task The_type_and_character_set_are_stated(string type)
    {
        var message = Message(await Assessor.LoginAsync(Cancelled), AssessedSystem.QuestionBody);
        message.Content!.Headers.Remove("Content-Type");
        if (type.Length > 0) message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal("MEDIA_TYPE_UNSUPPORTED", (await Assessor.SendAsync(message, Cancelled)).Code);
    }

    [Theory]
    [MemberData(nameof(WrongBodies))]
    [Clause("CHEAA-4.1.3.3a", "values out of range, of another length or type, missing, unknown or doubled members: SCHEMA_INVALID with a pointer, and nothing is stored")]
    [Clause("CHEAA-4.1.3.3b", "each parameter has a type and a length: the OpenAPI document of every platform bounds every member of every request, and what it does not allow is refused")]
    public async Task Range_length_and_type_are_checked(string body)
    {
        var session = await Assessor.LoginAsync(Cancelled);
        var before = StoredDocuments();
        Assert.Equal("SCHEMA_INVALID", (await Assessor.SendAsync(Message(session, Encoding.UTF8.GetBytes(body)), Cancelled)).Code);
        Assert.Equal(before, StoredDocuments());
    }

    [Fact]
    [Clause("CHEAA-4.1.3.3c", "valid JSON in GB 18030 bytes, and UTF-8 with an overlong or broken sequence, are refused")]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        byte[][] texts = [[0xB6, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE4, 0xBA], [0xFF]];
        foreach (var text in texts)
        {
            byte[] body = [.. """{"v":1,"serviceId":"visit-"""u8, .. text, .. "\",\"cursor\":null,\"limit\":10}"u8];
            Assert.Equal("SCHEMA_INVALID", (await Assessor.SendAsync(Message(session, body), Cancelled)).Code);
        }
    }

    [Theory]
    [MemberData(nameof(WrongTexts))]
    [Clause("CHEAA-4.1.3.3d", "injection, control, zero-width, bidirectional and full-width characters in a parameter are refused, as text and as JSON escapes")]
    public async Task Only_what_is_allowed_passes(string text)
    {
        var session = await Assessor.LoginAsync(Cancelled);
        var request = new JsonObject { ["v"] = 1, ["serviceId"] = text, ["cursor"] = null, ["limit"] = 10 };
        var plain = request.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var escaped = request.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create([]) });
        foreach (var body in new[] { plain, escaped })
        {
            var verdict = await Assessor.SendAsync(Message(session, Encoding.UTF8.GetBytes(body)), Cancelled);
            Assert.Equal("SCHEMA_INVALID", verdict.Code);
            TellsNothing(verdict, text);
        }
    }

    [Fact]
    [Clause("CHEAA-4.1.4", "forty kinds of failing requests: each answer is the one problem shape with code, trace id and pointers, constant per code, and holds nothing that was sent")]
    public async Task A_refusal_is_a_code_and_nothing_else()
    {
        const string Planted = "13812345678";
        var session = await Assessor.LoginAsync(Cancelled);
        var bodies = WrongBodies.Select(row => (string)row.Data).Concat(["{\"" + Planted + "\":1}", "{\"v\":\"" + Planted + "\"}", Planted]);
        foreach (var body in bodies)
            TellsNothing(await Assessor.SendAsync(Message(session, Encoding.UTF8.GetBytes(body)), Cancelled), Planted);
        foreach (var name in new[] { "authorization", "ascs-plat-id", "signature", "signature-input", "content-digest", "ascs-timestamp", "idempotency-key", "x-" + Planted })
        {
            var message = Message(session, AssessedSystem.QuestionBody);
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, Planted);
            TellsNothing(await Assessor.SendAsync(message, Cancelled), Planted, mayPass: name.StartsWith("x-", StringComparison.Ordinal));
        }

        var unknown = Message(session, AssessedSystem.QuestionBody);
        unknown.RequestUri = new Uri(Assessor.Called.Address, "/v1/" + Planted);
        TellsNothing(await Assessor.SendAsync(unknown, Cancelled), Planted);
    }

    private static void TellsNothing(Verdict verdict, string sent, bool mayPass = false)
    {
        if (mayPass && verdict.Passed) return;
        Assert.InRange(verdict.Status, 400, 499);
        Assert.DoesNotContain(sent, Encoding.UTF8.GetString(verdict.Body), StringComparison.Ordinal);
        var problem = JsonNode.Parse(verdict.Body)!.AsObject();
        Assert.Equal(["type", "title", "status", "code", "traceId", "errors"], problem.Select(member => member.Key));
        var code = ProblemCodes.Find((string)problem["code"]!)!;
        Assert.Equal((code.Title, code.Type, code.Status), ((string)problem["title"]!, (string)problem["type"]!, (int)problem["status"]!));
        Assert.Matches("^[0-9a-f]{32}$", (string)problem["traceId"]!);
    }

    private HttpRequestMessage Message(CallerSession session, byte[] body) => Assessor.Sign(AssessedSystem.Question, body, Assessor.Of(session));

    private HashSet<string> StoredDocuments() => Systems.StoredDocuments.Of(system.Sample.Party("qinghe-clinic"));
}
