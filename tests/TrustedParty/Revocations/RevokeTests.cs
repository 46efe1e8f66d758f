using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Revocations;

public sealed class RevokeTests
{
    private static CancellationToken Ct => PartyBench.Ct;

    [Fact]
    public async Task a_withdrawal_is_marked_attested_told_and_blocked_before_it_is_answered()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        bench.Caller.HandedOver[record.AuthorisationId] = 2;

        var answer = await bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid);

        Assert.Equal((200, null), (answer.Status, answer.Value!.NothingAfter));
        Assert.Equal(new RevokeResult(record.Aid, AidState.Revoked, true, 2), Assert.Single(answer.Value.Results));
        var revoked = await bench.RecordAsync(record.Aid);
        Assert.Equal((RevokedBy.PersonOnPage, bench.Time.GetUtcNow(), 2), (revoked.RevokedBy, revoked.RevokedAt?.ToTime(), revoked.RevokedLeaf));
        var pending = Assert.Single(bench.Events.Appended).Value[0];
        Assert.Equal((EventTypes.AidChanged, record.Aid, "REVOKED"), (pending.Type, pending.Aid, pending.Data.GetProperty("state").GetString()));
        var blocks = Assert.IsType<ApplyBlocksRequest>(bench.Caller.Calls[^1].Request);
        Assert.Equal(new Block(record.EnterpriseId, record.Tag, record.AuthorisationId, RevokedBy.PersonOnPage), Assert.Single(blocks.Blocks));
        Assert.Empty(await OrdersAsync(bench));
        var entry = Assert.Single(bench.Trail.Entries); // the service's, not the person's
        Assert.Equal(("person", $"{record.EnterpriseId}/{record.ServiceId}", "PersonOnPage"), (entry.Who, entry.What, entry.Result));
    }

    [Fact]
    public async Task with_the_operator_away_it_is_taken_on_and_finished_when_the_operator_is_back()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        bench.Caller.Away.Add(FakeDirectory.North);

        var answer = await bench.RevokeAsync(bench.Meadow, RevokedBy.Enterprise, record.Aid);

        Assert.Equal((202, bench.Time.GetUtcNow().AddSeconds(32)), (answer.Status, answer.Value!.NothingAfter?.ToTime()));
        Assert.Equal(new RevokeResult(record.Aid, AidState.Revoked, false, 0), Assert.Single(answer.Value.Results));
        Assert.Equal(AidState.Revoked, (await bench.RecordAsync(record.Aid)).StateAt(bench.Time.GetUtcNow()));

        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.Finisher().RunOnceAsync(Ct);
        Assert.Single(await OrdersAsync(bench)); // still away
        bench.Caller.Away.Clear();
        await bench.Finisher().RunOnceAsync(Ct);

        Assert.Empty(await OrdersAsync(bench));
        Assert.Equal(3, await bench.LogSizeAsync());
        Assert.Single(bench.Events.Appended);
    }

    [Fact]
    public async Task unknown_and_foreign_aids_are_answered_alike()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        var unknown = Aid.FromBytes(new byte[16]);
        var harbour = bench.Directory.Enterprise(FakeDirectory.Harbour)!;

        var answer = await new TrustedParty.Revocations.Revoke(bench.Records, bench.Revocations()).HandleAsync(
            new RevokeRequest(1, FakeDirectory.Harbour, [unknown, record.Aid], RevokedBy.Enterprise), bench.Call(harbour, "authorisations/revoke"), Ct);

        Assert.Equal([new(unknown, AidState.Unknown, false, 0), new(record.Aid, AidState.Unknown, false, 0)], answer.Value!.Results);
        Assert.Equal(AidState.Active, (await bench.RecordAsync(record.Aid)).StateAt(bench.Time.GetUtcNow()));
        Assert.Equal(2, await bench.LogSizeAsync());
    }

    [Fact]
    public async Task a_second_withdrawal_changes_nothing_and_says_so()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        await bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid);
        var first = await bench.RecordAsync(record.Aid);
        bench.Time.Advance(TimeSpan.FromDays(1));

        var again = await bench.RevokeAsync(bench.North, RevokedBy.Operator, record.Aid);
        bench.Caller.Away.Add(FakeDirectory.North);
        var away = await bench.RevokeAsync(bench.North, RevokedBy.Operator, record.Aid);

        Assert.True(again.Value!.Results[0].Blocked);
        Assert.Equal((200, true), (away.Status, away.Value!.Results[0].Blocked)); // it was blocked the first time
        Assert.Equivalent(first, await bench.RecordAsync(record.Aid), strict: true);
        Assert.Equal(3, await bench.LogSizeAsync());
    }

    [Theory]
    [InlineData(true, RevokedBy.Regulator)]
    [InlineData(true, RevokedBy.Operator)]
    [InlineData(true, RevokedBy.PersonByReply)]
    [InlineData(false, RevokedBy.Enterprise)]
    [InlineData(false, RevokedBy.PersonOnPage)]
    public async Task nobody_puts_a_withdrawal_down_to_someone_else(bool enterprise, RevokedBy by)
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();

        var answer = await bench.RevokeAsync(enterprise ? bench.Meadow : bench.North, by, record.Aid);

        Assert.Equal(new FieldError("/by", "NOT_THE_CALLERS_TO_SAY"), Assert.Single(answer.Problem!.Errors));
    }

    [Fact]
    public async Task an_operator_withdraws_for_its_own_subscribers_only()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();

        var south = await bench.RevokeAsync(bench.Directory.Peers.Single(p => p.OperatorId == FakeDirectory.South), RevokedBy.Operator, record.Aid);
        var north = await bench.RevokeAsync(bench.North, RevokedBy.PersonByReply, record.Aid);

        Assert.Equal(AidState.Unknown, south.Value!.Results[0].State);
        Assert.Equal(AidState.Revoked, north.Value!.Results[0].State);
    }

    [Fact]
    public async Task a_request_for_another_enterprise_or_with_an_aid_twice_is_refused()
    {
        using var bench = await PartyBench.StartAsync();
        var aid = Aid.FromBytes(new byte[16]);

        Assert.Equal(ProblemCodes.EnterpriseForeign, (await bench.RevokeAsync(bench.Directory.Enterprise(FakeDirectory.Harbour)!, RevokedBy.Enterprise, aid)).Problem?.Code);
        Assert.Equal(ProblemCodes.DuplicateAids, (await bench.RevokeAsync(bench.Meadow, RevokedBy.Enterprise, aid, aid)).Problem?.Code);
    }

    [Fact]
    public async Task many_are_withdrawn_in_one_call_with_one_call_to_the_operator()
    {
        using var bench = await PartyBench.StartAsync();
        var records = await Task.WhenAll(Enumerable.Range(0, 40).Select(bench.AuthorisedAsync));
        var calls = bench.Caller.Calls.Count;

        var answer = await bench.RevokeAsync(bench.Meadow, RevokedBy.Enterprise, [.. records.Select(r => r.Aid)]);

        Assert.All(answer.Value!.Results, r => Assert.True(r.Blocked));
        Assert.Equal(calls + 1, bench.Caller.Calls.Count);
        Assert.Equal(120, await bench.LogSizeAsync());
    }

    private static async Task<IReadOnlyList<Document>> OrdersAsync(PartyBench bench) =>
        (await bench.Inner.RangeAsync(Containers.Work, "revocations-north", IdRange.First, IdRange.End, 100, Ct)).Items;
}
