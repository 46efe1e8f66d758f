using System.Text.Json.Nodes;
using Ascs.Hosts.Local.Platforms;

namespace Ascs.Hosts.Local.Demo;

/// <summary>The phones of the handset, as the people who hold them see them.</summary>
internal sealed class Phones : IDisposable
{
    private readonly HttpClient client;

    public Phones(LocalSystem system)
    {
        var secret = File.ReadAllText(Path.Combine(system.Folder.HandsetSecrets, "control.secret")).Trim();
        client = new HttpClient { BaseAddress = system.Handset.Address, DefaultRequestHeaders = { { "Authorization", "Bearer " + secret } } };
    }

    /// <summary>Texts on a phone, oldest first, with the port each came from.</summary>
    public async Task<IReadOnlyList<(string From, string Text)>> InboxAsync(string number, CancellationToken ct)
    {
        var inbox = await PostAsync("/control/v1/inbox", new JsonObject { ["number"] = number }, ct);
        return [.. inbox["messages"]!.AsArray().Where(m => m!["direction"]!.GetValue<string>() == "in").Select(m => (m!["port"]!.GetValue<string>(), m["text"]!.GetValue<string>()))];
    }

    /// <summary>Waits for a text.</summary>
    public async Task<string> WaitAsync(string number, Func<string, bool> wanted, CancellationToken ct)
    {
        for (var i = 0; i < 150; i++)
        {
            var found = (await InboxAsync(number, ct)).Select(message => message.Text).FirstOrDefault(wanted);
            if (found is not null)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
        }

        throw new DemoFailure("A message did not reach the phone in 15 seconds.");
    }

    /// <summary>Replies to a port.</summary>
    public Task ReplyAsync(string gateway, string number, string port, string text, CancellationToken ct) =>
        PostAsync("/control/v1/replies", new JsonObject { ["gateway"] = gateway, ["from"] = number, ["to"] = port, ["text"] = text }, ct);

    public void Dispose() => client.Dispose();

    private async Task<JsonNode> PostAsync(string route, JsonObject body, CancellationToken ct)
    {
        using var answer = await client.PostAsJsonAsync(route, body, ct);
        DemoFailure.Unless(answer.IsSuccessStatusCode, $"The handset answered {(int)answer.StatusCode} to {route}.");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(ct))!;
    }
}
