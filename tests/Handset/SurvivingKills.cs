using System.Text.Json.Nodes;

namespace Ascs.Hosts.Handset.Tests;

public sealed class SurvivingKills
{
    [Fact]
    public async Task what_was_acknowledged_before_each_sigkill_is_there_afterwards_with_its_receipts()
    {
        using var folder = new ScratchFolder();
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            await using var handset = await ChildProcess.Start(folder.Path);
            var enough = new TaskCompletionSource();
            var submitting = SubmitUntilItDies(handset.Api, round, acknowledged, enough);
            await enough.Task;
            await handset.Kill();
            await submitting;
        }

        await using var restarted = await ChildProcess.Start(folder.Path);
        Assert.All(await Counts(restarted.Api, acknowledged), count => Assert.Equal(1, count));
        var handOvers = (int)(await restarted.Api.Audit("opA"))["accepted"]!;
        var receipts = await restarted.Api.PullAll("opA", handOvers);
        Assert.Empty(acknowledged.Except(receipts.Select(r => (string)r["messageId"]!)));
        Assert.Equal(receipts.Count, receipts.Select(r => (string)r["messageId"]!).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, receipts.Count).Select(i => (long)i), receipts.Select(r => (long)r["seq"]!));
    }

    [Theory]
    [InlineData("afterPersist", 10)]
    [InlineData("beforePersist", 0)]
    public async Task the_crash_knob_kills_on_the_side_of_the_commit_it_names(string point, int stored)
    {
        using var folder = new ScratchFolder();
        var knobs = Path.Combine(folder.Path, "knobs.json");
        await File.WriteAllTextAsync(knobs, $$"""{"crashAfterMessages":10,"crashPoint":"{{point}}"}""", TestContext.Current.CancellationToken);
        await using (var handset = await ChildProcess.Start(folder.Path, "--knobs", knobs))
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => handset.Api.Submit("opA", [.. Enumerable.Range(0, 10).Select(i => Api.Message($"m{i}"))]));
            await handset.Exited();
        }

        await using var restarted = await ChildProcess.Start(folder.Path);
        Assert.Equal(stored, (int)(await restarted.Api.Audit("opA"))["handOvers"]!);
    }

    private static async Task SubmitUntilItDies(Api api, int round, List<string> acknowledged, TaskCompletionSource enough)
    {
        try
        {
            var start = acknowledged.Count;
            for (var batch = 0; ; batch++)
            {
                var ids = Enumerable.Range(0, 100).Select(i => $"m{round}-{batch}-{i}").ToList();
                await api.Submit("opA", [.. ids.Select(id => Api.Message(id))]);
                acknowledged.AddRange(ids);
                if (acknowledged.Count - start >= 1000) enough.TrySetResult();
            }
        }
        catch (HttpRequestException) { }
    }

    private static async Task<List<int>> Counts(Api api, List<string> ids)
    {
        var counts = new List<int>();
        foreach (var chunk in ids.Chunk(500))
        {
            var body = new JsonObject { ["gateway"] = "opA", ["messageIds"] = new JsonArray([.. chunk.Select(id => JsonValue.Create(id))]) };
            var (_, answer) = await api.Post("/gateway/v1/audit", body.ToJsonString(), api.Secret("opA"));
            counts.AddRange(answer["counts"]!.AsArray().Select(c => (int)c!["accepted"]!));
        }
        return counts;
    }
}
