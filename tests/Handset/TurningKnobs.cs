using System.Text.Json.Nodes;
using Ascs.Hosts.Handset.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Hosts.Handset.Tests;

public sealed class TurningKnobs
{
    private const int Patience = 120_000; // ends the loops below when what they wait for never comes

    private static readonly JsonObject[] Thousand = [.. Enumerable.Range(0, 1000).Select(i => Api.Message($"m{i}"))];

    [Fact]
    public async Task the_same_seed_repeats_every_fate_and_another_seed_does_not()
    {
        var knobs = Handset.AtOnce with { FailurePercent = 30, RefusePercent = 20, Seed = 7 };
        var first = await Fates(knobs);
        Assert.Equal(first, await Fates(knobs));
        Assert.NotEqual(first, await Fates(knobs with { Seed = 8 }));
    }

    [Fact]
    public async Task shares_are_what_the_knobs_say()
    {
        var knobs = Handset.AtOnce with { FailurePercent = 30, RefusePercent = 20 };
        var fates = await Fates(knobs);
        Assert.InRange(fates.Count(f => f.Contains("REFUSED_BY_GATEWAY", StringComparison.Ordinal)), 150, 250);
        Assert.InRange(fates.Count(f => f.Contains("FAILED", StringComparison.Ordinal)), 180, 300);
    }

    [Fact]
    public void turning_one_knob_moves_no_other_fate()
    {
        var plain = Enumerable.Range(0, 1000).Select(i => Decide(new Knobs { FailurePercent = 30 }, i)).ToList();
        var lossy = Enumerable.Range(0, 1000).Select(i => Decide(new Knobs { FailurePercent = 30, ReceiptLossPercent = 50, ReceiptDuplicatePercent = 50 }, i)).ToList();
        Assert.Equal(plain.Select(f => (f.Ending, f.At, f.Code)), lossy.Select(f => (f.Ending, f.At, f.Code)));
        Assert.InRange(lossy.Count(f => f.Receipt is null), 400, 600);
    }

    [Fact]
    public void a_second_attempt_meets_a_fate_of_its_own()
    {
        var knobs = new Knobs { RefusePercent = 50 };
        var changed = Enumerable.Range(0, 1000).Count(i => Decide(knobs, i).Ending != Decide(knobs, i, attempt: 2).Ending);
        Assert.InRange(changed, 400, 600);
    }

    [Fact]
    public async Task lost_receipts_never_come_and_the_message_is_on_the_phone_all_the_same()
    {
        await using var handset = await Handset.Start(Handset.AtOnce with { ReceiptLossPercent = 100 });
        await handset.Api.Submit("opA", Api.Message("m1"));
        await handset.Api.Reply("opA", "13800001234", "10690001", "R");

        Assert.Equal("reply", (string)(await handset.Api.PullAll("opA", 1))[0]["kind"]!);
        Assert.Equal(2, (await handset.Api.Control("inbox", new JsonObject { ["number"] = "13800001234" }))["messages"]!.AsArray().Count);
    }

    [Fact]
    public async Task doubled_receipts_come_twice()
    {
        await using var handset = await Handset.Start(Handset.AtOnce with { ReceiptDuplicatePercent = 100 });
        await handset.Api.Submit("opA", Api.Message("m1"));
        var receipts = await handset.Api.PullAll("opA", 2);
        Assert.Equal(["m1", "m1"], receipts.Select(r => (string)r["messageId"]!));
    }

    [Fact(Timeout = Patience)]
    public async Task a_late_receipt_waits_on_the_clock_and_reports_the_moment_of_delivery()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero));
        await using var handset = await Handset.Start(Handset.AtOnce with { ReceiptLatePercent = 100, ReceiptLateSeconds = 7200 }, time);
        await handset.Api.Submit("opA", Api.Message("m1"));
        Assert.Empty((await handset.Api.Pull("opA", 0))["events"]!.AsArray());

        var receipt = await AfterAdvancing(handset, time, TimeSpan.FromHours(2), TestContext.Current.CancellationToken);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero), (DateTimeOffset)receipt["at"]!);
    }

    [Fact(Timeout = Patience)]
    public async Task a_message_whose_validity_ends_before_its_delivery_expires_and_never_shows()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero));
        var knobs = new Knobs { ReceiptDelayMinMilliseconds = 60_000, ReceiptDelayMaxMilliseconds = 60_000 };
        await using var handset = await Handset.Start(knobs, time);
        var message = Api.Message("m1");
        message["validUntil"] = "2026-11-22T01:00:30Z";
        await handset.Api.Submit("opA", message);

        var receipt = await AfterAdvancing(handset, time, TimeSpan.FromSeconds(31), TestContext.Current.CancellationToken);
        Assert.Equal("EXPIRED", (string)receipt["status"]!);
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty((await handset.Api.Control("inbox", new JsonObject { ["number"] = "13800001234" }))["messages"]!.AsArray());
    }

    [Fact(Timeout = Patience)]
    public async Task the_answer_waits_as_long_as_its_knob_says_though_the_message_is_stored()
    {
        var time = new FakeTimeProvider();
        await using var handset = await Handset.Start(Handset.AtOnce with { AnswerDelayMilliseconds = 5000 }, time);
        var answer = handset.Api.Submit("opA", Api.Message("m1"));
        while ((int)(await handset.Api.Audit("opA"))["handOvers"]! == 0) await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.False(answer.IsCompleted);

        while (!answer.IsCompleted) // the delay may begin only after the row is visible
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        Assert.Equal("accepted", (string)(await answer)["results"]![0]!["result"]!);
    }

    private static async Task<JsonObject> AfterAdvancing(Handset handset, FakeTimeProvider time, TimeSpan by, CancellationToken stop)
    {
        time.Advance(by);
        while ((await handset.Api.Pull("opA", 0))["events"]!.AsArray().Count == 0) // the pump may set its timer only after the advance
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(5, stop);
        }
        return (await handset.Api.Pull("opA", 0))["events"]![0]!.AsObject();
    }

    private static async Task<List<string>> Fates(Knobs knobs)
    {
        await using var handset = await Handset.Start(knobs);
        var results = new List<JsonNode>();
        foreach (var batch in Thousand.Chunk(500))
            results.AddRange((await handset.Api.Submit("opA", [.. batch.Select(m => m.DeepClone().AsObject())]))["results"]!.AsArray()!);
        var receipts = await handset.Api.PullAll("opA", results.Count(r => (string)r["result"]! == "accepted"));
        var byId = receipts.ToDictionary(r => (string)r["messageId"]!, r => $"{r["status"]} {r["code"]}");
        return [.. results.Select(r => $"{r["reason"]}{byId.GetValueOrDefault((string)r["messageId"]!)}")];
    }

    private static Fate Decide(Knobs knobs, int message, int attempt = 1) => Fate.Decide(knobs, "opA", $"m{message}", attempt, now: 1000, validUntil: null);
}
