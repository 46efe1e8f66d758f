using Ascs.Enterprise.Events;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Ascs.Trust.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Enterprise.Webhooks;

/// <summary>
/// Tells the enterprise's own systems of events, each by itself, in sequence: a target that is away is tried again for days, from where it stopped, and holds up nobody else.
/// A batch is fixed before its first try, so that all tries of it, after a restart too, have one id and the same bytes.
/// </summary>
internal sealed class PushWebhooks(EventStore events, WebhookCursors cursors, EnterpriseOptions options, TimeProvider time, ILogger<PushWebhooks> logger) : BackgroundService
{
    private const int MostEvents = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), LongestAsked = TimeSpan.FromHours(24);
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(options.Webhooks.Select(target => PushAsync(target, stoppingToken)));

    private async Task PushAsync(WebhookTarget target, CancellationToken ct)
    {
        using var sender = new WebhookSender(target.Endpoint, time);
        var failed = TimeSpan.Zero;
        while (!ct.IsCancellationRequested)
        {
            var step = await TryAsync(target, sender, isFirst: failed == TimeSpan.Zero, ct);
            if (step.IsGone)
                return;
            failed = step.Failed ? (failed == TimeSpan.Zero ? Pauses.First : Pauses.After(failed)) : TimeSpan.Zero;
            var pause = step.Failed ? Max(failed, step.Asked) : step.Idle ? Look : TimeSpan.Zero;
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Step> TryAsync(WebhookTarget target, WebhookSender sender, bool isFirst, CancellationToken ct)
    {
        try
        {
            return await StepAsync(target, sender, isFirst, ct);
        }
        catch (Exception fault)
        {
            if (!ct.IsCancellationRequested && isFirst)
                logger.Fault(fault, $"The webhook {target.Name} can't be sent now and is sent later");
            return new Step(Failed: true);
        }
    }

    private async Task<Step> StepAsync(WebhookTarget target, WebhookSender sender, bool isFirst, CancellationToken ct)
    {
        var cursor = await cursors.ReadAsync(target.Name, ct);
        var limit = cursor.Pending > cursor.Through ? (int)(cursor.Pending - cursor.Through) : MostEvents;
        var batch = await events.ReadAsync(cursor.Through + 1, limit, ct);
        // Where events never came the batch on its way has fewer than its numbers say; it ends where it was fixed all the same.
        batch = [.. batch.TakeWhile(e => cursor.Pending <= cursor.Through || e.Sequence <= cursor.Pending)];
        if (batch.Count == 0)
            return new Step(Idle: true);
        if (cursor.Pending != batch[^1].Sequence)
            await cursors.WriteAsync(target.Name, cursor with { Pending = batch[^1].Sequence }, ct);
        var (id, body) = WebhookBodies.Of(options.EnterpriseId, batch);
        var answer = await sender.SendAsync(WebhookSecretFile.Read(target.SecretFile), id, body, ct);
        if (answer.IsDelivered)
            await cursors.WriteAsync(target.Name, new WebhookCursor(batch[^1].Sequence, 0), ct);
        else
            Tell(target, answer, isFirst);
        return new Step(Failed: !answer.IsDelivered, IsGone: answer.IsGone, Asked: answer.RetryAfter is { } asked && asked < LongestAsked ? asked : TimeSpan.Zero);
    }

    private void Tell(WebhookTarget target, WebhookAnswer answer, bool isFirst)
    {
        if (answer.IsGone)
            logger.Warn($"The webhook {target.Name} is answered that nobody wants it any more: no more is sent until the next start");
        else if (isFirst)
            logger.Warn($"The webhook {target.Name} did not arrive ({answer.Why}) and is sent again until it does");
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private readonly record struct Step(bool Failed = false, bool Idle = false, bool IsGone = false, TimeSpan Asked = default);
}
