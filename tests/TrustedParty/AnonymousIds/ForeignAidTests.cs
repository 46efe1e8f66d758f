using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.AnonymousIds;

/// <summary>CHEAA-4.1.4: an unknown AID and another enterprise's can't be told apart, by answer, by what is asked of the stores, or by what happens elsewhere.</summary>
public sealed class ForeignAidTests
{
    private const string States = "aids/state", Revoke = "authorisations/revoke", RevokeByOperator = "authorisations/revoke by an operator", TraceOne = "evidence/trace";

    private static readonly AidState[] ForeignStates = [AidState.Active, AidState.Revoked, AidState.Expired];

    /// <summary>Every endpoint that takes AIDs, but for those of dispatches.</summary>
    public static MatrixTheoryData<string, AidState> Cases { get; } = new([States, Revoke, RevokeByOperator, TraceOne], ForeignStates);

    /// <summary>Those that take many.</summary>
    public static MatrixTheoryData<string, AidState> Batches { get; } = new([States, Revoke, RevokeByOperator], ForeignStates);

    private static CancellationToken Ct => PartyBench.Ct;

    private static Aid Unknown { get; } = AidOf(7);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task a_foreign_aid_is_handled_as_an_unknown_one(string endpoint, AidState state)
    {
        using var bench = await PartyBench.StartAsync();
        var foreign = await ForeignAsync(bench, state);

        var unknown = await SeeAsync(bench, endpoint, Unknown);

        Assert.Equal(unknown, await SeeAsync(bench, endpoint, foreign));
        Assert.Equal(["ReadMany heads: #/meadow absent", "keys 0, leaves 0, events 0", "calls 0, notices 0"], unknown.Skip(1));
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task in_a_batch_with_an_own_one_too(string endpoint, AidState state) => Assert.Equal(
        await SeeBatchAsync(endpoint, state, (own, _) => [Unknown, own, AidOf(8)]), await SeeBatchAsync(endpoint, state, (own, foreign) => [Unknown, own, foreign]));

    private static async Task<IReadOnlyList<string>> SeeBatchAsync(string endpoint, AidState state, Func<Aid, Aid, Aid[]> batch)
    {
        using var bench = await PartyBench.StartAsync();
        var own = await bench.AuthorisedAsync();
        var foreign = await ForeignAsync(bench, state);
        return await SeeAsync(bench, endpoint, batch(own.Aid, foreign));
    }

    private static async Task<IReadOnlyList<string>> SeeAsync(PartyBench bench, string endpoint, params Aid[] aids)
    {
        var (acts, keys, leaves) = (bench.Watch.Acts.Count, bench.KeyDocuments.Calls, await bench.LogSizeAsync());
        var (events, calls, notices) = (bench.Events.Appended.Count, bench.Caller.Calls.Count, bench.Notices.Enqueued.Count);
        var answer = await AskAsync(bench, endpoint, aids);
        return
        [
            answer, .. bench.Watch.Acts.Skip(acts),
            $"keys {bench.KeyDocuments.Calls - keys}, leaves {await bench.LogSizeAsync() - leaves}, events {bench.Events.Appended.Count - events}",
            $"calls {bench.Caller.Calls.Count - calls}, notices {bench.Notices.Enqueued.Count - notices}",
        ];
    }

    private static async Task<string> AskAsync(PartyBench bench, string endpoint, Aid[] aids) => endpoint switch
    {
        States => Sight.Of(await new ShowAidStates(bench.Records, bench.Time).HandleAsync(new AidStatesRequest(1, FakeDirectory.Meadow, aids), Call(bench, endpoint), Ct)),
        Revoke => Sight.Of(await bench.RevokeAsync(bench.Meadow, RevokedBy.Enterprise, aids)),
        RevokeByOperator => Sight.Of(await bench.RevokeAsync(bench.North, RevokedBy.Operator, aids)),
        _ => Sight.Of(await Trace(bench).HandleAsync(new TraceRequest(1, FakeDirectory.Meadow, aids[0], null), Call(bench, endpoint), Ct)),
    };

    private static TraceAid Trace(PartyBench bench) => new(
        bench.Records, bench.Archive, new Consents(bench.Store, bench.Keys, bench.Time), new FakeHistory(), bench.Log, LogKeys.From(bench.Ring, "log.example/1"),
        bench.Keys, bench.Catalogue);

    private static Call Call(PartyBench bench, string endpoint) => bench.Call(FakeDirectory.Meadow, endpoint, null);

    /// <summary>An AID of the harbour, at the operator and of the service that the meadow's have.</summary>
    private static async Task<Aid> ForeignAsync(PartyBench bench, AidState state)
    {
        var now = bench.Time.GetUtcNow();
        var record = SampleRecords.Of(AidOf(9), "9") with
        {
            EnterpriseId = FakeDirectory.Harbour, ExpiresAt = UnixTime.From(now.AddDays(state == AidState.Expired ? -1 : 30)),
            RevokedAt = state == AidState.Revoked ? UnixTime.From(now) : null, RevokedBy = state == AidState.Revoked ? RevokedBy.Enterprise : null,
        };
        Assert.Equal(state, record.StateAt(now));
        await bench.Records.CreateOrReadAsync(record, Ct);
        await bench.Records.PointAsync(record.AuthorisationId, record.Owned, Ct);
        return record.Aid;
    }

    private static Aid AidOf(byte number) => Aid.FromBytes([.. Enumerable.Repeat(number, 16)]);
}
