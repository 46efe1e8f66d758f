using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Ascs.Hosts.Handset.Tests;

/// <summary>What a gateway client and a tester can do, over real HTTP.</summary>
internal sealed class Api(Uri address, string secretsFolder) : IDisposable
{
    private static readonly SocketsHttpHandler NoRedirects = new() { AllowAutoRedirect = false, UseCookies = false };

    public HttpClient Http { get; } = new(NoRedirects, disposeHandler: false) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public string Secret(string name) => File.ReadAllText(Path.Combine(secretsFolder, $"{name}.secret")).Trim();

    public async Task<(HttpStatusCode Status, JsonObject Body)> Post(string path, string body, string? as_, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (as_ is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", as_);
        using var answer = await Http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    public Task<JsonObject> Submit(string gateway, params JsonObject[] messages) =>
        Ok("/gateway/v1/submit", new JsonObject { ["gateway"] = gateway, ["messages"] = new JsonArray(messages) }, gateway);

    public Task<JsonObject> Pull(string gateway, long cursor, int limit = 1000, int wait = 0) => Ok(
        "/gateway/v1/pull", new JsonObject { ["gateway"] = gateway, ["cursor"] = cursor, ["limit"] = limit, ["waitMilliseconds"] = wait }, gateway);

    public Task<JsonObject> Audit(string gateway) => Ok("/gateway/v1/audit", new JsonObject { ["gateway"] = gateway }, gateway);

    public Task<JsonObject> Control(string what, JsonObject body) => Ok($"/control/v1/{what}", body, "control");

    public Task<JsonObject> Reply(string gateway, string from, string to, string text) =>
        Control("replies", new JsonObject { ["gateway"] = gateway, ["from"] = from, ["to"] = to, ["text"] = text });

    /// <summary>Pulls until so many events were seen, waiting as long as the handset lets one wait.</summary>
    public async Task<List<JsonObject>> PullAll(string gateway, int count, long cursor = 0)
    {
        var seen = new List<JsonObject>();
        while (seen.Count < count)
        {
            var answer = await Pull(gateway, cursor, wait: 25_000);
            var events = answer["events"]!.AsArray();
            Assert.True(events.Count > 0, $"no more events after {seen.Count} of {count}");
            seen.AddRange(events.Select(e => e!.AsObject()));
            cursor = (long)answer["next"]!;
        }
        return seen;
    }

    public async Task<string> PhoneId(string number) =>
        (string)(await Control("phones", new JsonObject { ["numbers"] = new JsonArray(number) }))["phoneIds"]![0]!;

    public static JsonObject Message(string id, string to = "13800001234", string from = "10690001", string text = "您好，您预约的体检时间为明天上午九点。") =>
        new() { ["messageId"] = id, ["to"] = to, ["from"] = from, ["text"] = text };

    public void Dispose() => Http.Dispose();

    private async Task<JsonObject> Ok(string path, JsonObject body, string as_)
    {
        var (status, answer) = await Post(path, body.ToJsonString(), Secret(as_));
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {answer}");
        return answer;
    }
}
