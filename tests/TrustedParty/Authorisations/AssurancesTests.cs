using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Authorisations;

public sealed class AssurancesTests
{
    private static CancellationToken Ct => PartyBench.Ct;

    [Fact]
    public async Task a_notice_that_arrived_raises_the_assurance_once()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.ConfirmedAsync();

        foreach (var _ in Enumerable.Range(0, 3))
            await RaiseAsync(bench, record.AuthorisationId);

        var raised = await bench.RecordAsync(record.Aid);
        Assert.Equal((Assurance.SubscriberNotice, 2), (raised.Assurance, raised.RaisedLeaf));
        Assert.Equal("SUBSCRIBER_NOTICE", Assert.Single(bench.Events.Appended).Value[0].Data.GetProperty("assurance").GetString());
        Assert.Equal(3, await bench.LogSizeAsync());
    }

    [Fact]
    public async Task a_withdrawn_or_unknown_authorisation_is_left_alone()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.ConfirmedAsync();
        await bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid);

        await RaiseAsync(bench, record.AuthorisationId);
        await RaiseAsync(bench, AuthorisationId.Parse("az_" + new string('0', 26)));

        Assert.Equal(Assurance.Browser, (await bench.RecordAsync(record.Aid)).Assurance);
        Assert.Equal(3, await bench.LogSizeAsync());
    }

    [Fact]
    public async Task without_a_click_a_notice_raises_nothing()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();

        await RaiseAsync(bench, record.AuthorisationId);

        Assert.Equal((Assurance.EnterpriseOnly, null), ((await bench.RecordAsync(record.Aid)).Assurance, (await bench.RecordAsync(record.Aid)).RaisedLeaf));
        Assert.Equal(2, await bench.LogSizeAsync());
        Assert.Empty(bench.Events.Appended);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task a_crash_at_any_write_is_made_good_by_a_repetition(int write)
    {
        foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
        {
            using var bench = await PartyBench.StartAsync();
            var record = await bench.ConfirmedAsync();
            bench.Store.Plan = FaultPlans.AtWrite(bench.Store.Writes + write, fault);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => RaiseAsync(bench, record.AuthorisationId));
            await bench.RestartAsync();

            await RaiseAsync(bench, record.AuthorisationId);

            Assert.Equal(2, (await bench.RecordAsync(record.Aid)).RaisedLeaf);
            Assert.Equal(3, await bench.LogSizeAsync());
            Assert.Single(bench.Events.Appended);
        }
    }

    private static Task RaiseAsync(PartyBench bench, AuthorisationId authorisation) =>
        new Assurances(bench.Records, bench.Archive, bench.Log, bench.Events).RaiseAsync(authorisation, UnixTime.From(bench.Time.GetUtcNow()), Ct);
}
