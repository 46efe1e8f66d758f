using System.Globalization;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.Dispatches;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Deliveries;

/// <summary>
/// The way to one operator. What waits shares a call: a few calls are under way at a time, and while they are, orders of other dispatches gather for the next.
/// </summary>
internal sealed class OperatorLane(
    OperatorId home, IPlatformDirectory directory, IPlatformCaller caller, IPeerClocks clocks, DispatchOptions options, TimeProvider time, ILogger logger)
    : IDisposable
{
    private static readonly Backoff Pauses = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2));
    private readonly System.Threading.Channels.Channel<PendingGroup> waiting = System.Threading.Channels.Channel.CreateUnbounded<PendingGroup>();
    private readonly SemaphoreSlim gathering = new(1, 1); // one call gathers at a time, so that calls are full

    /// <summary>Puts a group on its way.</summary>
    public void Add(PendingGroup group) => waiting.Writer.TryWrite(group);

    /// <inheritdoc/>
    public void Dispose() => gathering.Dispose();

    /// <summary>Makes calls until cancelled.</summary>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, options.CallsPerOperator).Select(_ => CallsAsync(ct)));

    private async Task CallsAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var call = await GatherAsync(ct);
            await MakeAsync(call, ct);
        }
    }

    private async Task<OrderCall> GatherAsync(CancellationToken ct)
    {
        await gathering.WaitAsync(ct);
        try
        {
            await waiting.Reader.WaitToReadAsync(ct);
            var call = Take(new OrderCall());
            if (call.IsFull || options.Gathering <= TimeSpan.Zero) return call;
            await Task.Delay(options.Gathering, time, ct);
            return Take(call);
        }
        finally
        {
            gathering.Release();
        }
    }

    private OrderCall Take(OrderCall call)
    {
        while (waiting.Reader.TryPeek(out var group) && call.TryAdd(group)) waiting.Reader.TryRead(out _);
        return call;
    }

    // At least one try, however late it is: after a restart only the operator can tell what it holds.
    private async Task MakeAsync(OrderCall call, CancellationToken ct)
    {
        for (var pause = Pauses.First; ; pause = Pauses.After(pause))
        {
            var problem = await TryAsync(call, ct);
            if (problem is null)
            {
                Answer(call, true);
                return;
            }

            if (!problem.Code.Retry && call.Groups.Count > 1)
            {
                await MakeApartAsync(call, ct);
                return;
            }

            logger.Warn($"{home} did not take a call of {call.Groups.Count} dispatches: {problem.Code.Code}");
            if (call.Groups.Max(g => g.Group.Until) <= time.GetUtcNow())
            {
                Answer(call, false);
                return;
            }

            await Task.Delay(Pauses.AsAsked(pause, problem), time, ct);
        }
    }

    // Something in the call is wrong: the others must not suffer for it.
    private async Task MakeApartAsync(OrderCall call, CancellationToken ct)
    {
        foreach (var group in call.Groups)
        {
            var alone = new OrderCall();
            alone.TryAdd(group);
            await MakeAsync(alone, ct);
        }
    }

    private async Task<Problem?> TryAsync(OrderCall call, CancellationToken ct)
    {
        if (directory.Operator(home) is not { } peer || !await IsOnTimeAsync(peer, ct)) return ProblemCodes.Unavailable;
        var answer = await caller.CallAsync(peer, OperatorCatalogue.SubmitDeliveries, call.ToRequest(), call.Key(), ct);
        return answer.Problem;
    }

    // Protocol 6: a clock that is off would hand over after `notAfter`, so it gets no orders. A call without any measures it anew: whatever is answered is signed
    // with the operator's time, a repeated one too. One key a minute: the operator keeps each for a day.
    private async Task<bool> IsOnTimeAsync(Peer peer, CancellationToken ct)
    {
        if (!clocks.IsOff(peer.PlatId)) return true;
        await caller.CallAsync(peer, OperatorCatalogue.SubmitDeliveries, new OrderCall().ToRequest(), ClockKey(), ct);
        return !clocks.IsOff(peer.PlatId);
    }

    private string ClockKey() => string.Create(CultureInfo.InvariantCulture, $"clock-{time.GetUtcNow().ToUnixTimeSeconds() / 60:D12}");

    private static void Answer(OrderCall call, bool held)
    {
        foreach (var group in call.Groups) group.Answered.TrySetResult(held);
    }
}
