using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ascs.Fleet;

/// <summary>The handset as its gateways' operators and its own desk see it.</summary>
internal sealed class Gateway(FleetFolder folder, Uri handset) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = handset };

    /// <summary>How often each of these messages was taken by a gateway, and how many hand-overs repeated a message id.</summary>
    public async Task<(IReadOnlyDictionary<string, long> Accepted, long Repeated)> AuditAsync(string gateway, IReadOnlyList<string> messageIds, CancellationToken ct)
    {
        var accepted = new Dictionary<string, long>();
        var repeated = 0L;
        foreach (var chunk in messageIds.Chunk(500))
        {
            var answer = await PostAsync(gateway, "/gateway/v1/audit", new JsonObject { ["gateway"] = gateway, ["messageIds"] = new JsonArray([.. chunk.Select(id => JsonValue.Create(id))]) }, ct);
            repeated = answer["repeatedHandOvers"]!.GetValue<long>();
            foreach (var count in answer["counts"]!.AsArray())
                accepted[count!["messageId"]!.GetValue<string>()] = count["accepted"]!.GetValue<long>();
        }

        return (accepted, repeated);
    }

    /// <summary>Lets the handset kill itself when this many more messages were handed over, on that side of its commit. Under load it may do so before it can answer.</summary>
    public async Task CrashAfterAsync(int messages, string point, CancellationToken ct)
    {
        try
        {
            await PostAsync("control", "/control/v1/knobs", new JsonObject { ["crashAfterMessages"] = messages, ["crashPoint"] = point }, ct);
        }
        catch (HttpRequestException)
        {
            // Whether it crashed is for the caller to see.
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<JsonNode> PostAsync(string caller, string route, JsonObject body, CancellationToken ct)
    {
        var secret = (await File.ReadAllTextAsync(Path.Combine(folder.Sample.HandsetSecrets, caller + ".secret"), ct)).Trim();
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = JsonContent.Create(body), Headers = { { "Authorization", "Bearer " + secret } } };
        using var answer = await client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(ct))!;
    }
}
