using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Expiry;

public sealed class ExpirySweepTests
{
    private static CancellationToken Ct => PartyBench.Ct;

    [Fact]
    public async Task an_aid_is_noted_once_it_has_expired_and_not_before()
    {
        using var bench = await PartyBench.StartAsync();
        await bench.Sweep().RunOnceAsync(Ct);
        var record = await bench.AuthorisedAsync();

        bench.Time.SetUtcNow(record.ExpiresAt.ToTime().AddMilliseconds(-1));
        await bench.Sweep().RunOnceAsync(Ct);
        Assert.Empty(bench.Events.Appended);
        bench.Time.SetUtcNow(record.ExpiresAt.ToTime());
        await bench.Sweep().RunOnceAsync(Ct);
        await bench.Sweep().RunOnceAsync(Ct);

        Assert.Equal("EXPIRED", Assert.Single(bench.Events.Appended).Value[0].Data.GetProperty("state").GetString());
        Assert.Equal(2, (await bench.RecordAsync(record.Aid)).ExpiredLeaf);
        Assert.Equal(3, await bench.LogSizeAsync());
    }

    [Fact]
    public async Task a_sweep_that_slept_for_weeks_catches_up_day_by_day()
    {
        using var bench = await PartyBench.StartAsync();
        await bench.Sweep().RunOnceAsync(Ct);
        var first = await bench.AuthorisedAsync(1);
        bench.Time.Advance(TimeSpan.FromDays(3));
        var second = await bench.AuthorisedAsync(2);

        bench.Time.Advance(TimeSpan.FromDays(90));
        await bench.RestartAsync();
        await bench.Sweep().RunOnceAsync(Ct);

        Assert.NotNull((await bench.RecordAsync(first.Aid)).ExpiredLeaf);
        Assert.NotNull((await bench.RecordAsync(second.Aid)).ExpiredLeaf);
    }

    [Fact]
    public async Task a_withdrawn_authorisation_does_not_expire_as_well()
    {
        using var bench = await PartyBench.StartAsync();
        await bench.Sweep().RunOnceAsync(Ct);
        var record = await bench.AuthorisedAsync();
        await bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid);

        bench.Time.Advance(TimeSpan.FromDays(31));
        await bench.Sweep().RunOnceAsync(Ct);

        Assert.Null((await bench.RecordAsync(record.Aid)).ExpiredLeaf);
        Assert.Equal(3, await bench.LogSizeAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task a_crash_at_any_write_leaves_one_leaf_in_the_end(int write)
    {
        foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
        {
            using var bench = await PartyBench.StartAsync();
            await bench.Sweep().RunOnceAsync(Ct);
            var record = await bench.AuthorisedAsync();
            bench.Time.SetUtcNow(new DateTimeOffset(record.ExpiresAt.ToTime().UtcDateTime.Date, TimeSpan.Zero));
            await bench.Sweep().RunOnceAsync(Ct); // the cursor is at the last day now
            bench.Time.SetUtcNow(record.ExpiresAt.ToTime());
            bench.Store.Plan = FaultPlans.AtWrite(bench.Store.Writes + write, fault);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.Sweep().RunOnceAsync(Ct));
            await bench.RestartAsync();

            await bench.Sweep().RunOnceAsync(Ct);

            Assert.Equal(2, (await bench.RecordAsync(record.Aid)).ExpiredLeaf);
            Assert.Equal(3, await bench.LogSizeAsync());
            Assert.Single(bench.Events.Appended);
        }
    }
}
