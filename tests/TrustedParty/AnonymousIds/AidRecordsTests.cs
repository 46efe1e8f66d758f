using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.AnonymousIds;

public sealed class AidRecordsTests
{
    private static readonly Aid Aid = Aid.FromBytes(new byte[16]);

    private static readonly OwnedAid Owned = new(FakeDirectory.Meadow, Aid);

    private static CancellationToken Ct => PartyBench.Ct;

    [Fact]
    public async Task a_record_comes_back_as_it_was_written()
    {
        using var bench = await PartyBench.StartAsync();
        var record = SampleRecords.Of(Aid, "1") with { RevokedAt = UnixTime.From(DateTimeOffset.UnixEpoch), RevokedBy = RevokedBy.PersonByReply, RevokedLeaf = 7 };
        await bench.Records.CreateOrReadAsync(record, Ct);
        await bench.Records.PointAsync(record.AuthorisationId, record.Owned, Ct);

        var read = await bench.Records.FindByAuthorisationAsync(record.AuthorisationId, Ct);

        Assert.Equivalent(record, read, strict: true);
        Assert.Null(await bench.Records.FindByAuthorisationAsync(AuthorisationId.Parse("az_" + new string('0', 26)), Ct));
        Assert.Empty(await bench.Records.ReadManyAsync(FakeDirectory.Meadow, [Aid.FromBytes([.. Enumerable.Repeat((byte)1, 16)])], Ct));
    }

    [Fact]
    public async Task changes_at_the_same_time_all_count()
    {
        using var bench = await PartyBench.StartAsync();
        await bench.Records.CreateOrReadAsync(SampleRecords.Of(Aid, "1"), Ct);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bench.Records.ChangeAsync(Owned, r => r with { PolicyVersion = r.PolicyVersion + 1 }, Ct)));

        Assert.Equal(11, (await bench.Records.ReadManyAsync(FakeDirectory.Meadow, [Aid], Ct))[Aid].PolicyVersion);
    }

    [Fact]
    public async Task an_unchanged_record_is_not_written()
    {
        using var bench = await PartyBench.StartAsync();
        await bench.Records.CreateOrReadAsync(SampleRecords.Of(Aid, "1"), Ct);
        var writes = bench.Store.Writes;

        await bench.Records.ChangeAsync(Owned, r => r, Ct);

        Assert.Equal(writes, bench.Store.Writes);
        Assert.Null(await bench.Records.ChangeAsync(new OwnedAid(FakeDirectory.Meadow, Aid.FromBytes([.. Enumerable.Repeat((byte)1, 16)])), r => r, Ct));
    }

    [Fact]
    public void the_clock_decides_and_a_withdrawal_outlasts_the_term()
    {
        var record = SampleRecords.Of(Aid, "1");
        var end = record.ExpiresAt.ToTime();

        Assert.Equal(AidState.Active, record.StateAt(end.AddMilliseconds(-1)));
        Assert.Equal(AidState.Expired, record.StateAt(end));
        Assert.Equal(AidState.Revoked, (record with { RevokedAt = record.ConsentedAt }).StateAt(end));
    }
}
