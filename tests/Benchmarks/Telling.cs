using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Fleet;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Workflow;

namespace Ascs.Benchmarks;

/// <summary>
/// (g) Can time tell a foreign AID or dispatch from an unknown one (CHEAA-4.1.4)? The handlers over a durable store that holds another enterprise's, without the
/// hop, whose noise would hide it. Each is asked about once, turn by turn with the unknown and the floor, so that whatever else goes on meets all alike.
/// </summary>
internal sealed class Telling(FleetFolder folder)
{
    private const int Held = 5000, Warm = 500;
    private static readonly EnterpriseId Asker = EnterpriseId.Parse("hongyan-express"), Other = EnterpriseId.Parse("qinghe-clinic");
    private readonly IdSource ids = new(TimeProvider.System);

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken ct)
    {
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(Path.Combine(folder.Sample.Root, "telling.db"), Containers.Main) { Time = TimeProvider.System });
        var (records, dispatches) = (new AidRecords(store), new DispatchStore(store, new DispatchOptions()));
        var (states, dispatchState) = (new ShowAidStates(records, TimeProvider.System), new ReadDispatchState(dispatches));
        var (aids, sent) = (new List<Turn<Aid>>(), new List<Turn<DispatchId>>());
        for (var i = 0; i < Held; i++)
        {
            aids.Add(new((await records.CreateOrReadAsync(Record(), ct)).Aid, NewAid(), NewAid()));
            sent.Add(new(await DispatchAsync(dispatches, aids[^1].Foreign, ct), NewDispatch(), NewDispatch())); // of one time: ids are in the order of time, and so is the index
        }

        var call = new Call(new Peer(PlatId.NewRandom(), Role.Enterprise, "", new Uri("https://localhost"), "", EnterpriseId: Asker), "", null, "", null, TimeProvider.System.GetUtcNow(), "");
        return
        [
            .. await CompareAsync("aids/state", store, Containers.Heads, aids, aid => states.HandleAsync(new AidStatesRequest(1, Asker, [aid]), call, ct), ct),
            .. await CompareAsync("dispatches/state", store, Containers.Work, sent, id => dispatchState.HandleAsync(new DispatchStateRequest(1, Asker, id), call, ct), ct),
        ];
    }

    private static async Task<Figure[]> CompareAsync<TId, TAnswer>(
        string endpoint, SqliteDocumentStore store, Container container, List<Turn<TId>> turns, Func<TId, Task<TAnswer>> ask, CancellationToken ct)
        where TId : struct
    {
        var (unknown, foreign, floor) = (new Latencies(), new Latencies(), new Latencies());
        for (var place = 0; place < turns.Count; place++)
        {
            var (turn, warming) = (turns[place], place < Warm);
            Func<Task>[] asks =
            [
                () => Into(warming, unknown).MeasureAsync(() => ask(turn.Unknown)),
                () => Into(warming, foreign).MeasureAsync(() => ask(turn.Foreign)),
                () => Into(warming, floor).MeasureAsync(() => store.ReadAsync(container, new DocumentKey(turn.Nothing.ToString()!, "a"), ct)),
            ];
            for (var i = 0; i < asks.Length; i++)
                await asks[(place + i) % asks.Length](); // none is always first
        }

        return [Figure($"{endpoint} of an unknown id, p50", unknown, floor), Figure($"{endpoint} of a foreign id, p50", foreign, floor)];
    }

    private static Latencies Into(bool warming, Latencies counted) => warming ? new Latencies() : counted;

    private static Figure Figure(string path, Latencies latencies, Latencies floor) => new(
        path, 1000 * latencies.At(0.5), "µs", "unknown = foreign", 1000 * floor.At(0.5), "1 read of nothing",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p10 {1000 * latencies.At(0.1):F1} µs, p90 {1000 * latencies.At(0.9):F1} µs, {latencies.Count} calls"));

    private async Task<DispatchId> DispatchAsync(DispatchStore dispatches, Aid aid, CancellationToken ct)
    {
        var state = SendStates.New(NewDispatch(), Other, OrderKind.Message, TimeProvider.System.GetUtcNow(), null, [aid]);
        var content = new DispatchContent(
            OrderKind.Message, Other, ServiceId.Parse("visit-reminder"), Channel.Sms, null, 0, SenderId.Parse("106912340001"), Language.Zh, null, null, null, []);
        await dispatches.CreateAsync(state, content, ct);
        return state.DispatchId;
    }

    private AidRecord Record()
    {
        var (now, none) = (TimeProvider.System.GetUtcNow(), Digest.From(new byte[32]));
        var offer = new ChannelOffer(Channel.Sms, new Promise(9 * 60, 18 * 60, 2, 5, [SenderId.Parse("106912340001")]));
        return new AidRecord(
            1, NewAid(), AuthorisationId.From(ids.Next()), Other, ServiceId.Parse("visit-reminder"), 1, [offer], Language.Zh, OperatorId.Parse("operator-a"),
            SubscriberTag.From(new byte[32]), none, UnixTime.From(now), UnixTime.From(now.AddDays(90)), Assurance.Browser, 1, 2, none, none);
    }

    // Each id is asked about once; the third is what the floor reads.
    private sealed record Turn<TId>(TId Foreign, TId Unknown, TId Nothing)
        where TId : struct;

    private static Aid NewAid() => Aid.FromBytes(RandomNumberGenerator.GetBytes(16));

    private DispatchId NewDispatch() => DispatchId.From(ids.Next());
}
