using System.Collections.Concurrent;
using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>
/// Which dispatches are at work and when those that wait are to be woken: container Work, partition `sends`. An entry says only where to look; the state of the
/// dispatch says what is to be done, so an entry too many does no harm. Ids sort by time:
/// <list type="bullet">
/// <item>`open-TIME-DISPATCH`: has work to do, or may have; read when the engine starts.</item>
/// <item>`due-TIME-DISPATCH`: has nothing to do before that time.</item>
/// <item>`parked-DISPATCH`: always fails; kept for people to look at, tried again when the engine starts.</item>
/// </list>
/// </summary>
internal sealed class SendIndex(IDocumentStore store)
{
    private const string Partition = "sends";
    private const string OpenPrefix = "open-";
    private const string DuePrefix = "due-";
    private const string ParkedPrefix = "parked-";
    private const int MostRemoved = 90;
    private static readonly int IdLength = DispatchId.From(Base32.Encode128(0)).ToString().Length;
    private readonly ConcurrentQueue<string> unneeded = new();

    /// <summary>Id of the entry of a dispatch with work to do.</summary>
    public static string Open(SendState state) => At(OpenPrefix, state.AcceptedAt, state.DispatchId);

    /// <summary>Id of the entry of a dispatch that waits.</summary>
    public static string Due(UnixTime at, DispatchId dispatch) => At(DuePrefix, at, dispatch);

    /// <summary>The dispatch of an entry.</summary>
    public static DispatchId DispatchOf(string entry) => DispatchId.Parse(entry[^IdLength..]);

    /// <summary>When a waiting entry is due.</summary>
    public static DateTimeOffset TimeOf(string entry) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(entry.AsSpan(DuePrefix.Length, 15), CultureInfo.InvariantCulture));

    /// <summary>Adds an entry and takes others away, atomically.</summary>
    public Task PutAsync(string entry, IReadOnlyList<string> instead, CancellationToken ct) => PutManyAsync([entry], instead, ct);

    /// <summary>Adds entries and takes others away, atomically; at most 100 together.</summary>
    public Task PutManyAsync(IReadOnlyList<string> entries, IReadOnlyList<string> instead, CancellationToken ct) =>
        store.CommitAsync(
            Containers.Work, Partition, [.. entries.Distinct().Select(e => IndexEntry.Schema.Upsert(e, new IndexEntry())), .. Deletes(instead.Except(entries))], ct);

    /// <summary>Takes entries away, at most 100.</summary>
    public Task RemoveAsync(IReadOnlyList<string> entries, CancellationToken ct) => store.CommitAsync(Containers.Work, Partition, [.. Deletes(entries)], ct);

    /// <summary>Takes entries away some time soon; losing it costs a look at the next start.</summary>
    public void RemoveLater(IReadOnlyList<string> entries)
    {
        foreach (var entry in entries) unneeded.Enqueue(entry);
    }

    /// <summary>Takes away now what was to be taken away soon.</summary>
    public async Task RemoveUnneededAsync(CancellationToken ct)
    {
        while (!unneeded.IsEmpty)
        {
            var entries = new List<string>(MostRemoved);
            while (entries.Count < MostRemoved && unneeded.TryDequeue(out var entry)) entries.Add(entry);
            await RemoveAsync(entries, ct);
        }
    }

    /// <summary>Parks a dispatch that always fails.</summary>
    public Task ParkAsync(SendState state, string fault, CancellationToken ct) =>
        store.CommitAsync(
            Containers.Work, Partition,
            [IndexEntry.Schema.Upsert(ParkedPrefix + state.DispatchId, new IndexEntry(fault)), new Write.Delete(Open(state))], ct);

    /// <summary>Entries with work to do, oldest first, from a place on.</summary>
    public Task<DocumentPage> OpenFromAsync(string? from, CancellationToken ct) => RangeAsync(from ?? OpenPrefix, IdRange.EndOf(OpenPrefix), 500, ct);

    /// <summary>Parked entries.</summary>
    public Task<DocumentPage> ParkedFromAsync(string? from, CancellationToken ct) => RangeAsync(from ?? ParkedPrefix, IdRange.EndOf(ParkedPrefix), 500, ct);

    /// <summary>The first entries that wait, soonest first.</summary>
    public Task<DocumentPage> FirstDueAsync(int count, CancellationToken ct) => RangeAsync(DuePrefix, IdRange.EndOf(DuePrefix), count, ct);

    private Task<DocumentPage> RangeAsync(string from, string to, int count, CancellationToken ct) =>
        store.RangeAsync(Containers.Work, Partition, from, to, count, ct);

    private static IEnumerable<Write> Deletes(IEnumerable<string> entries) => entries.Distinct().Select(e => new Write.Delete(e));

    private static string At(string prefix, UnixTime at, DispatchId dispatch) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{at.Milliseconds:D15}-{dispatch}");
}
