using System.Net;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Confirmations;

/// <summary>An enterprise authorises while its person still reads: her No ends it, and the page says what is so.</summary>
public sealed class UnaskedTests
{
    [Fact]
    public async Task a_no_after_the_enterprise_was_faster_withdraws_what_it_set_up()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var (carried, token) = await ReadingAsync(bench);
        var aid = await SetUpAsync(bench);

        var (status, html) = await bench.ClickAsync(carried, token, "decline");

        Assert.Equal(200, status);
        Assert.Contains("现已取消", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.False(bench.Result(html)!.Confirmed);
        var record = await bench.Party.RecordAsync(aid);
        Assert.Equal((AidState.Revoked, RevokedBy.PersonOnPage), (record.StateAt(bench.Party.Time.GetUtcNow()), record.RevokedBy));
        Assert.Contains(bench.Party.Caller.Calls, call => call.Request is ApplyBlocksRequest);
        Assert.Equal(3, await bench.Party.LogSizeAsync());
    }

    [Fact]
    public async Task who_comes_later_reads_that_nobody_waited_and_may_only_cancel()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var aid = await SetUpAsync(bench);
        var carried = bench.Carry(bench.Confirmation());

        var (_, page) = await bench.ShowAsync(carried);

        Assert.Contains("草原乳业没有等您在这里回答", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"confirm\"", page, StringComparison.Ordinal);
        Assert.Null(bench.Result(page));
        var (_, html) = await bench.ClickAsync(carried, ConfirmationBench.Field(page, "form"), "decline");
        Assert.Contains("现已取消", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(RevokedBy.PersonOnPage, (await bench.Party.RecordAsync(aid)).RevokedBy);
    }

    [Fact]
    public async Task a_yes_that_comes_too_late_counts_for_nothing_and_is_not_called_a_confirmation()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var (carried, token) = await ReadingAsync(bench);
        var aid = await SetUpAsync(bench);

        var (_, html) = await bench.ClickAsync(carried, token);

        Assert.Contains("草原乳业没有等您在这里回答", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Null(bench.Result(html));
        var record = await bench.Party.RecordAsync(aid);
        Assert.Equal((Assurance.EnterpriseOnly, AidState.Active), (record.Assurance, record.StateAt(bench.Party.Time.GetUtcNow())));
    }

    [Fact]
    public async Task a_no_before_the_enterprise_authorises_says_that_nothing_was_set_up_and_that_is_so()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var (carried, token) = await ReadingAsync(bench);

        var (_, html) = await bench.ClickAsync(carried, token, "decline");

        Assert.Contains("这次没有开通任何订阅", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        bench.Party.Knows(FakeDirectory.North);
        Assert.Equal(ProblemCodes.ConsentClickRefused, (await bench.Party.AuthoriseAsync(bench.Party.Request(nonce: bench.Confirmation().ConsentNonce))).Problem?.Code);
    }

    /// <summary>Her No lies between any two writes of the authorisation after the first: the enterprise never learns of an AID that still stands.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task a_no_while_the_grant_is_under_way_withdraws_it(int write)
    {
        using var bench = await ConfirmationBench.StartAsync();
        var party = bench.Party;
        var (carried, token) = await ReadingAsync(bench);
        party.Knows(FakeDirectory.North);
        var (at, said) = (party.Store.Writes + write, string.Empty);
        party.Store.Plan = async (call, _) =>
        {
            if (call.WriteNumber == at)
                said = (await bench.ClickAsync(carried, token, "decline")).Html;
            return Fault.None;
        };

        var answer = await party.AuthoriseAsync(party.Request(nonce: bench.Confirmation().ConsentNonce));

        Assert.Contains("现已取消", WebUtility.HtmlDecode(said), StringComparison.Ordinal);
        Assert.Equal(RevokedBy.PersonOnPage, (await party.RecordAsync(answer.Value!.Aid)).RevokedBy);
        Assert.Empty(party.Notices.Enqueued);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task a_no_whose_writing_failed_is_made_good_by_the_same_form(int write)
    {
        foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
        {
            using var bench = await ConfirmationBench.StartAsync();
            var (carried, token) = await ReadingAsync(bench);
            var aid = await SetUpAsync(bench);
            bench.Party.Store.Plan = FaultPlans.AtWrite(bench.Party.Store.Writes + write, fault);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.ClickAsync(carried, token, "decline"));
            bench.Party.Store.Plan = FaultPlans.None;

            await bench.ClickAsync(carried, token, "decline");

            Assert.Equal(RevokedBy.PersonOnPage, (await bench.Party.RecordAsync(aid)).RevokedBy);
        }
    }

    private static async Task<(string Carried, string? Token)> ReadingAsync(ConfirmationBench bench)
    {
        var carried = bench.Carry(bench.Confirmation());
        return (carried, ConfirmationBench.Field((await bench.ShowAsync(carried)).Html, "form"));
    }

    private static async Task<Aid> SetUpAsync(ConfirmationBench bench)
    {
        bench.Party.Knows(FakeDirectory.North);
        return (await bench.Party.AuthoriseAsync(bench.Party.Request(nonce: bench.Confirmation().ConsentNonce))).Value!.Aid;
    }
}
