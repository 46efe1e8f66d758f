using Ascs.Trust.Journal;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>Finds in the index who has work, and brings as many of them into memory as have room there. Owned by the loop of the engine.</summary>
internal sealed class SendScan(InstanceServices services, LiveSends live, Heartbeat heartbeat)
{
    private const int MostWoken = 45; // twice that is one commit
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly SendIndex index = services.Index;

    /// <summary>Gives those that always failed another chance.</summary>
    public async Task UnparkAsync(CancellationToken ct)
    {
        for (var page = await index.ParkedFromAsync(null, ct); page.Items.Count > 0; page = await index.ParkedFromAsync(null, ct))
        {
            services.Logger.Warn($"{page.Items.Count} parked dispatches are tried again");
            foreach (var entry in page.Items) await UnparkAsync(entry.Key.Id, ct);
        }
    }

    /// <summary>Wakes those with work to do that are not in memory; returns how many.</summary>
    public async Task<int> WakeOpenAsync(CancellationToken ct)
    {
        var found = 0;
        for (var page = await index.OpenFromAsync(null, ct); ; page = await index.OpenFromAsync(page.NextFromId, ct))
        {
            foreach (var entry in page.Items)
                if (await WakeOpenAsync(entry.Key.Id, ct)) found++;
            if (page.NextFromId is null) return found;
        }
    }

    /// <summary>Wakes those whose time has come; returns when the next one's comes.</summary>
    public async Task<DateTimeOffset> WakeDueAsync(CancellationToken ct)
    {
        var now = services.Time.GetUtcNow();
        var next = now;
        while (next <= now) next = await WakeFirstDueAsync(now, ct);
        return next;
    }

    /// <summary>Clears away what needs no place any more, in memory and in the index.</summary>
    public async Task MakeRoomAsync(CancellationToken ct)
    {
        heartbeat.Beat();
        live.RestIdle();
        await index.RemoveUnneededAsync(ct);
    }

    private async Task UnparkAsync(string entry, CancellationToken ct)
    {
        if (await services.Store.ReadAsync(SendIndex.DispatchOf(entry), ct) is { } stored) await index.PutAsync(SendIndex.Open(stored.Value), [entry], ct);
        else await index.RemoveAsync([entry], ct);
    }

    private async Task<bool> WakeOpenAsync(string entry, CancellationToken ct)
    {
        var dispatch = SendIndex.DispatchOf(entry);
        if (live.Has(dispatch)) return false;
        await AwaitRoomAsync(ct);
        if (await services.Store.ReadAsync(dispatch, ct) is not { Value: var state }) return false; // just being taken on, or never was
        live.Post(dispatch, new Mail.Wake(state.Lines.Count));
        return true;
    }

    private async Task<DateTimeOffset> WakeFirstDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var page = await index.FirstDueAsync(MostWoken, ct);
        var due = page.Items.Select(e => e.Key.Id).TakeWhile(e => SendIndex.TimeOf(e) <= now).ToList();
        if (due.Count > 0) await WakeAsync(due, ct);
        return due.Count == MostWoken ? now
            : due.Count < page.Items.Count ? SendIndex.TimeOf(page.Items[due.Count].Key.Id)
            : DateTimeOffset.MaxValue;
    }

    // Entries stay due until the dispatches have open ones: a crash in between loses nothing.
    private async Task WakeAsync(List<string> entries, CancellationToken ct)
    {
        await AwaitRoomAsync(ct);
        var woken = await services.Store.ReadManyAsync([.. entries.Select(SendIndex.DispatchOf)], ct);
        await index.PutManyAsync([.. woken.Select(SendIndex.Open)], entries, ct);
        foreach (var state in woken) live.Post(state.DispatchId, new Mail.Wake(state.Lines.Count));
    }

    // Only the loop makes room, so it goes on making it while it waits for it.
    private async Task AwaitRoomAsync(CancellationToken ct)
    {
        heartbeat.Beat();
        while (!live.HasRoom)
        {
            await MakeRoomAsync(ct);
            await Task.Delay(Look, services.Time, ct);
        }
    }
}
