using System.Net;

namespace Ascs.Hosts.Handset.Tests;

public sealed class Pulling
{
    [Fact]
    public async Task each_accepted_message_gets_one_receipt_and_the_sequence_has_no_gaps()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", [.. Enumerable.Range(0, 500).Select(i => Api.Message($"m{i}"))]);

        var events = await handset.Api.PullAll("opA", 500);

        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), events.Select(e => (long)e["seq"]!));
        Assert.All(events, e => Assert.Equal(("receipt", "DELIVERED"), ((string)e["kind"]!, (string)e["status"]!)));
        Assert.Equal(500, events.Select(e => (string)e["messageId"]!).Distinct().Count());
    }

    [Fact]
    public async Task replies_come_exactly_in_the_order_in_which_they_were_typed()
    {
        await using var handset = await Handset.Start();
        for (var i = 0; i < 50; i++) await handset.Api.Reply("opA", $"138000000{i % 3:D2}", "10690001", $"回复 {i}");

        var events = await handset.Api.PullAll("opA", 50);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"回复 {i}"), events.Select(e => (string)e["text"]!));
        Assert.Equal(("reply", "13800000001", "10690001"), ((string)events[1]["kind"]!, (string)events[1]["from"]!, (string)events[1]["to"]!));
    }

    [Fact]
    public async Task an_old_cursor_replays_and_the_limit_cuts_pages_that_join_up()
    {
        await using var handset = await Handset.Start();
        for (var i = 0; i < 5; i++) await handset.Api.Reply("opA", "13800001234", "10690001", $"{i}");
        var all = (await handset.Api.Pull("opA", 0))["events"]!.ToJsonString();

        var first = await handset.Api.Pull("opA", 0, limit: 2);
        var rest = await handset.Api.Pull("opA", (long)first["next"]!);

        Assert.Equal((2, 3), (first["events"]!.AsArray().Count, rest["events"]!.AsArray().Count));
        Assert.Equal(all, (await handset.Api.Pull("opA", 0))["events"]!.ToJsonString());
        Assert.Equal(5, (long)rest["next"]!);
    }

    [Fact]
    public async Task a_long_poll_answers_as_soon_as_something_happens()
    {
        await using var handset = await Handset.Start();
        var waiting = handset.Api.Pull("opA", 0, wait: 25_000);
        await handset.Api.Reply("opB", "13800001234", "10690001", "not for opA");
        await handset.Api.Reply("opA", "13800001234", "10690001", "R");

        Assert.Equal("R", (string)(await waiting)["events"]![0]!["text"]!);
    }

    [Fact]
    public async Task a_pull_without_news_ends_with_the_cursor_it_came_with()
    {
        await using var handset = await Handset.Start();
        var answer = await handset.Api.Pull("opA", 0, wait: 50);
        Assert.Equal((0, 0L), (answer["events"]!.AsArray().Count, (long)answer["next"]!));
    }

    [Fact]
    public async Task a_cursor_of_another_store_is_refused_instead_of_waiting_for_ever()
    {
        await using var handset = await Handset.Start();
        var (status, problem) = await handset.Api.Post("/gateway/v1/pull", """{"gateway":"opA","cursor":7,"limit":10}""", handset.Api.Secret("opA"));
        Assert.Equal((HttpStatusCode.Conflict, "CURSOR_AHEAD"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task a_caller_who_comes_too_late_is_told_how_many_events_are_gone()
    {
        await using var handset = await Handset.Start(with: o => o with { EventsKept = 100 });
        for (var batch = 0; batch < 3; batch++)
        {
            await handset.Api.Submit("opA", [.. Enumerable.Range(0, 100).Select(i => Api.Message($"m{batch}-{i}"))]);
            await handset.Api.PullAll("opA", 100, cursor: batch * 100);
        }
        var answer = await handset.Api.Pull("opA", 0);
        Assert.Equal((200L, 201L), ((long)answer["missed"]!, (long)answer["events"]![0]!["seq"]!));
    }
}
