using Ascs.Contracts;
using Ascs.Fleet;
using System.Text.Json;

namespace Ascs.Journeys.Tests.Kills;

/// <summary>What the enterprises can see when everything is quiet again.</summary>
/// <param name="States">Every accepted task with its state.</param>
/// <param name="Events">Every event of each enterprise, in the order held.</param>
internal sealed record Aftermath(IReadOnlyList<(SentTask Task, DispatchStateAnswer State)> States, IReadOnlyDictionary<string, IReadOnlyList<CloudEvent>> Events)
{
    private const int Page = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Waits until every task is attested and every outcome was told, then looks.</summary>
    public static async Task<Aftermath> WaitAsync(IReadOnlyCollection<SentTask> sent, IReadOnlyDictionary<string, SignedPeer> offices, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var states = new List<(SentTask, DispatchStateAnswer)>();
        foreach (var task in sent)
            states.Add((task, await AttestedAsync(task, offices[task.Enterprise], patience.Token)));
        while (true)
        {
            var events = new Dictionary<string, IReadOnlyList<CloudEvent>>();
            foreach (var (name, office) in offices)
                events[name] = await EventsAsync(office, patience.Token);
            var aftermath = new Aftermath(states, events);
            if (aftermath.Untold().Count == 0 || patience.IsCancellationRequested)
                return aftermath;
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Recipients whose newest event is not of their outcome.</summary>
    public IReadOnlyList<string> Untold()
    {
        var newest = new Dictionary<(DispatchId, string), SendOutcome>();
        foreach (var told in Events.Values.SelectMany(events => events).Where(e => e.Type == EventTypes.Outcome))
        {
            var data = told.Data.Deserialize<OutcomeEvent>(WireOptions.Tolerant)!;
            newest[(data.DispatchId, told.Subject)] = data.Outcome;
        }

        return [.. States.SelectMany(s => s.State.Recipients.Where(r => !newest.TryGetValue((s.State.DispatchId, r.Aid.ToString()), out var told) || told != r.Outcome)
            .Select(r => $"{s.State.DispatchId} {r.Aid}: {r.Outcome}"))];
    }

    private static async Task<DispatchStateAnswer> AttestedAsync(SentTask task, SignedPeer office, CancellationToken ct)
    {
        while (true)
        {
            var state = await office.InsistAsync(EnterpriseCatalogue.TaskState, new DispatchStateRequest(1, office.Called.EnterpriseId!.Value, task.Answer.DispatchId), null, ct);
            if (state.Phase == DispatchPhase.Attested)
                return state;
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, ct);
        }
    }

    private static async Task<IReadOnlyList<CloudEvent>> EventsAsync(SignedPeer office, CancellationToken ct)
    {
        var all = new List<CloudEvent>();
        for (var next = 1L; ;)
        {
            var batch = await office.InsistAsync(EnterpriseCatalogue.ListEvents, new ReplayEventsRequest(1, office.Called.EnterpriseId!.Value, next, Page), null, ct);
            if (batch.Events.Count == 0)
                return all;
            all.AddRange(batch.Events);
            next = batch.Next;
        }
    }
}
