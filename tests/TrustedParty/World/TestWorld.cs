using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Tests;
using Ascs.Trust.Limits;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Background;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Workflow;
using Ascs.TrustedParty.Tests.Dispatches;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>Everything that outlives a process of the trusted party: its store and log, the operators, the enterprise, the clock.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120); // real, for a loaded machine; only what fails takes that long
    private readonly List<Party> parties = [];

    public TestWorld()
    {
        Time = new FakeTimeProvider(Given.Noon);
        Store = new WatchedStore(new InMemoryDocumentStore(Time));
        Operators = [new FakeOperator(Given.North, Time), new FakeOperator(Given.South, Time)];
        Directory = new FakeDirectory([.. Operators.Select(o => o.Peer), Enterprise.Peer]);
    }

    public FakeTimeProvider Time { get; }

    public WatchedStore Store { get; }

    public LogLines Journal { get; } = new();

    public FakeLog Log { get; } = new();

    public FakeKeys Keys { get; } = new();

    public FakeServices Services { get; } = new();

    public FakeRevocations Revocations { get; } = new();

    public FakeAssurances Assurances { get; } = new();

    public IReadOnlyList<FakeOperator> Operators { get; }

    public FakeOperator North => Operators[0];

    public FakeOperator South => Operators[1];

    public FakeEnterprise Enterprise { get; } = new(Given.Bank);

    public FakeDirectory Directory { get; }

    public LimitOptions Limits { get; set; } = new();

    public DispatchOptions Options { get; set; } = new() { Gathering = TimeSpan.Zero };

    /// <summary>The process that runs now.</summary>
    public Party Party => parties[^1];

    /// <summary>Starts a process; one that ran before is dead.</summary>
    public async Task<Party> StartAsync(KillSwitch? kill = null)
    {
        if (parties.Count > 0) await parties[^1].KillAsync();
        parties.Add(new Party(this, kill ?? new KillSwitch()));
        await Party.StartAsync();
        return Party;
    }

    /// <summary>People with an AID each.</summary>
    public async Task<IReadOnlyList<AidRecord>> PeopleAsync(int count, Func<int, AidRecord>? make = null)
    {
        var people = Enumerable.Range(1, count).Select(make ?? (i => Given.Record(i))).ToList();
        foreach (var person in people) await new AidRecords(Store).CreateOrReadAsync(person, default);
        foreach (var person in people) await new AidRecords(Store).PointAsync(person.AuthorisationId, person.Owned, default);
        return people;
    }

    /// <summary>Waits until something holds. The clock stands still; operators push.</summary>
    public Task WaitAsync(Func<Task<bool>> holds, string what) => UntilAsync(holds, what, TimeSpan.Zero);

    /// <inheritdoc cref="WaitAsync(Func{Task{bool}}, string)"/>
    public Task WaitAsync(Func<bool> holds, string what) => UntilAsync(holds, what, TimeSpan.Zero);

    /// <summary>Waits likewise, and lets time pass a step whenever the process does nothing any more: the clock never outruns the work.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, string what, TimeSpan? step = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        var still = new Stillness(() => Party.Kill.Moves);
        while (!await holds())
        {
            Assert.False(patience.IsCancellationRequested, $"never: {what}");
            await PumpAsync(still.Look() ? step ?? TimeSpan.FromMilliseconds(50) : TimeSpan.Zero);
        }
    }

    public Task UntilAsync(Func<bool> holds, string what, TimeSpan? step = null) => UntilAsync(() => Task.FromResult(holds()), what, step);

    /// <summary>Lets time pass quickly until just before an instant.</summary>
    public async Task PassAsync(DateTimeOffset until)
    {
        while (Time.GetUtcNow() < until - TimeSpan.FromSeconds(1)) await PumpAsync(Min(TimeSpan.FromMinutes(5), until - TimeSpan.FromSeconds(1) - Time.GetUtcNow()));
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    public async Task PumpAsync(TimeSpan step)
    {
        Time.Advance(step);
        foreach (var home in Operators) await PushAsync(home);
        await Task.Delay(1);
    }

    public async Task PushAsync(FakeOperator home)
    {
        try
        {
            await home.PushAsync(r => Party.ReportAsync(home, r));
        }
        catch (StoreUnavailableException)
        {
            // The process is dead; the operator tries again.
        }
    }

    public async Task<SendState?> StateAsync(DispatchId dispatch) =>
        (await Store.ReadAsync(Containers.Work, DispatchDocuments.StateOf(dispatch), DispatchDocuments.StateSchema))?.Value;

    public Task FinishedAsync(DispatchId dispatch, TimeSpan? step = null) =>
        UntilAsync(async () => (await StateAsync(dispatch))?.Phase == SendPhase.Finished, "the dispatch is finished", step);

    /// <summary>Waits until every line of a dispatch has an outcome; it may change later.</summary>
    public Task OutcomeAsync(DispatchId dispatch, SendOutcome outcome) =>
        UntilAsync(async () => (await StateAsync(dispatch))?.Lines.All(l => l.Outcome == outcome) == true, $"all of it is {outcome}");

    /// <summary>Waits until the process has the leases of all its background work.</summary>
    public Task AtWorkAsync()
    {
        DocumentKey[] leases = [.. new[] { "send-engine", "report-worker", "event-pusher" }.Select(w => new DocumentKey(LeaseDocument.Partition, w))];
        return WaitAsync(async () => (await Store.ReadManyAsync(Containers.Heads, leases)).Count == leases.Length, "all background work is done here");
    }

    public async Task<Usage> UsageAsync(SubscriberTag tag) =>
        (await Store.ReadAsync(Containers.Heads, DispatchDocuments.UsageOf(tag), DispatchDocuments.UsageSchema))!.Value;

    public static CreateDispatchRequest Request(IEnumerable<AidRecord> people, DateTimeOffset? notBefore = null) => new(
        1, Given.Bank, Given.Offers, Channel.Sms, TemplateId.Parse("welcome"), 1, Given.Port, notBefore is { } at ? UnixTime.From(at) : null,
        new WrappedContentKey(Text(16), new Dictionary<OperatorId, string> { [Given.North] = Text(113), [Given.South] = Text(113) }),
        [.. people.Select(p => new Recipient(p.Aid, Text(60)))]);

    public static string Text(int bytes) => Base64Url.EncodeToString(new byte[bytes]);

    public async ValueTask DisposeAsync()
    {
        if (parties.Count > 0) await parties[^1].KillAsync();
    }
}
