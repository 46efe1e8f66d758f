using System.Text.Json.Nodes;

namespace Ascs.Hosts.Handset.Tests;

public sealed class Submitting
{
    [Fact]
    public async Task every_hand_over_is_a_row_and_repeated_ids_show_in_the_audit()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1"), Api.Message("m2"));
        var again = await handset.Api.Submit("opA", Api.Message("m1"));

        Assert.Equal(2, (int)again["results"]![0]!["attempt"]!);
        var audit = await handset.Api.Audit("opA");
        Assert.Equal(3, (int)audit["handOvers"]!);
        Assert.Equal(1, (int)audit["repeatedHandOvers"]!);
        Assert.Equal("""[{"messageId":"m1","handOvers":2,"accepted":2}]""", audit["repeated"]!.ToJsonString());
    }

    [Fact]
    public async Task an_audit_counts_a_range_and_the_ids_asked_for()
    {
        await using var handset = await Handset.Start();
        var first = await handset.Api.Submit("opA", Api.Message("m1"), Api.Message("m2"));
        await handset.Api.Submit("opA", Api.Message("m2"), Api.Message("m3"));
        var from = (long)first["results"]![1]!["handOver"]!;

        var (_, audit) = await handset.Api.Post("/gateway/v1/audit", $$"""
            {"gateway":"opA","fromHandOver":{{from}},"toHandOver":{{from}},"messageIds":["m2","never"]}
            """, handset.Api.Secret("opA"));

        Assert.Equal(1, (int)audit["handOvers"]!);
        Assert.Equal(0, (int)audit["repeatedHandOvers"]!);
        Assert.Equal("""[{"messageId":"m2","handOvers":2,"accepted":2},{"messageId":"never","handOvers":0,"accepted":0}]""", audit["counts"]!.ToJsonString());
    }

    [Fact]
    public async Task the_same_id_through_two_gateways_is_no_repetition()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1"));
        var other = await handset.Api.Submit("opB", Api.Message("m1"));

        Assert.Equal(1, (int)other["results"]![0]!["attempt"]!);
        Assert.Equal(0, (int)(await handset.Api.Audit("opB"))["repeatedHandOvers"]!);
    }

    [Theory]
    [InlineData("to", "+8613800001234", "INVALID_DESTINATION")]
    [InlineData("to", "1380000123４", "INVALID_DESTINATION")]
    [InlineData("from", "10", "INVALID_SENDER")]
    [InlineData("text", "", "INVALID_TEXT")]
    [InlineData("text", "bell \u0007", "INVALID_TEXT")]
    [InlineData("validUntil", "2001-01-01T00:00:00Z", "VALIDITY_PASSED")]
    public async Task one_bad_message_is_rejected_by_name_and_the_others_go_on(string member, string value, string reason)
    {
        await using var handset = await Handset.Start();
        var bad = Api.Message("bad");
        bad[member] = value;

        var results = (await handset.Api.Submit("opA", bad, Api.Message("good")))["results"]!;

        Assert.Equal(("rejected", reason), ((string)results[0]!["result"]!, (string)results[0]!["reason"]!));
        Assert.Equal("accepted", (string)results[1]!["result"]!);
        var audit = await handset.Api.Audit("opA");
        Assert.Equal((1, 1), ((int)audit["accepted"]!, (int)audit["rejected"]!));
    }

    [Fact]
    public async Task the_answer_counts_the_segments_of_a_long_text()
    {
        await using var handset = await Handset.Start();
        var results = (await handset.Api.Submit("opA", Api.Message("a", text: new string('好', 71)), Api.Message("b", text: new string('a', 160))))["results"]!;
        Assert.Equal((2, 1), ((int)results[0]!["segments"]!, (int)results[1]!["segments"]!));
    }

    [Fact]
    public async Task an_accepted_message_is_on_its_phone_and_a_rejected_one_is_not()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1", text: "第一条"));
        await handset.Api.Control("knobs", new JsonObject { ["refusePercent"] = 100 });
        await handset.Api.Submit("opA", Api.Message("m2", text: "第二条"));

        var inbox = await handset.Api.Control("inbox", new JsonObject { ["number"] = "13800001234" });
        Assert.Equal(["第一条"], inbox["messages"]!.AsArray().Select(m => (string)m!["text"]!));
    }

    [Fact]
    public async Task many_callers_at_once_get_every_message_taken_once_and_one_receipt_each()
    {
        await using var handset = await Handset.Start();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async caller =>
        {
            for (var batch = 0; batch < 5; batch++)
                await handset.Api.Submit("opA", [.. Enumerable.Range(0, 500).Select(i => Api.Message($"m{caller}-{batch}-{i}", $"138{caller:D4}{i:D4}"))]);
        }));

        var receipts = await handset.Api.PullAll("opA", 20_000);
        Assert.Equal(20_000, receipts.Select(r => (string)r["messageId"]!).Distinct().Count());
        var audit = await handset.Api.Audit("opA");
        Assert.Equal((20_000, 0), ((int)audit["accepted"]!, (int)audit["repeatedHandOvers"]!));
    }

    [Fact]
    public async Task only_the_newest_messages_are_kept()
    {
        await using var handset = await Handset.Start(with: o => o with { MessagesKept = 100 });
        for (var batch = 0; batch < 3; batch++)
        {
            await handset.Api.Submit("opA", [.. Enumerable.Range(0, 100).Select(i => Api.Message($"m{batch}-{i}"))]);
            await handset.Api.PullAll("opA", 100, cursor: batch * 100);
        }
        var audit = await handset.Api.Audit("opA");
        Assert.Equal((201, 300), ((int)audit["firstHandOver"]!, (int)audit["lastHandOver"]!));
    }
}
