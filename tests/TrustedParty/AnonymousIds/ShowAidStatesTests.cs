using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.AnonymousIds;

public sealed class ShowAidStatesTests
{
    [Fact]
    public async Task states_come_in_the_order_asked_and_foreign_aids_look_unknown()
    {
        using var bench = await PartyBench.StartAsync();
        var (mine, unknown) = (await bench.AuthorisedAsync(), Aid.FromBytes(new byte[16]));

        var own = await AskAsync(bench, FakeDirectory.Meadow, unknown, mine.Aid);
        var foreign = await AskAsync(bench, FakeDirectory.Harbour, unknown, mine.Aid);

        Assert.Equal([AidState.Unknown, AidState.Active], own.Select(s => s.State));
        Assert.Equal((mine.ExpiresAt, Assurance.EnterpriseOnly, mine.ServiceId), (own[1].ExpiresAt, own[1].Assurance, own[1].ServiceId));
        Assert.Equal([new AidStatus(unknown, AidState.Unknown), new AidStatus(mine.Aid, AidState.Unknown)], foreign);
    }

    [Fact]
    public async Task the_clock_decides_whether_the_sweep_ran_or_not()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();

        bench.Time.SetUtcNow(record.ExpiresAt.ToTime());

        Assert.Equal(AidState.Expired, Assert.Single(await AskAsync(bench, FakeDirectory.Meadow, record.Aid)).State);
    }

    private static async Task<IReadOnlyList<AidStatus>> AskAsync(PartyBench bench, EnterpriseId enterprise, params Aid[] aids) =>
        (await new ShowAidStates(bench.Records, bench.Time).HandleAsync(new AidStatesRequest(1, enterprise, aids), bench.Call(enterprise, "aids/state", null), PartyBench.Ct))
        .Value!.Aids;
}
