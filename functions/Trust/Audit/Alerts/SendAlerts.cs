using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;
using Ascs.Trust.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>Sends alerts to the address (CHEAA-4.1.6 e): each tried for a day with growing pauses under the same id, and what came of it is on record.</summary>
internal sealed class SendAlerts(AlertAddress address, AlertWatch watch, IAuditTrail trail, IPlatformDirectory directory, TimeProvider time, ILogger<SendAlerts> logger)
    : BackgroundService, IHealthPart
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(30));
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(1);
    private volatile bool works = true;

    public string Name => "alerts";

    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(works);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var sender = new WebhookSender(address.Endpoint, time);
        var sending = new List<Task>(); // few: a rule is quiet for an hour after it spoke
        while (await NextAsync(stoppingToken) is { } alert)
        {
            sending.RemoveAll(task => task.IsCompleted);
            sending.Add(SendAsync(sender, alert, stoppingToken));
        }

        await Task.WhenAll(sending);
    }

    private async Task<Alert?> NextAsync(CancellationToken ct)
    {
        try
        {
            return await watch.Raised.ReadAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task SendAsync(WebhookSender sender, Alert alert, CancellationToken ct)
    {
        var (id, until, pause) = ($"alert_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}", time.GetUtcNow() + TriedFor, Pauses.First);
        var body = AlertMessage.Of(alert, directory.Self.PlatId);
        while (!await TryAsync(sender, id, body, ct))
        {
            if (ct.IsCancellationRequested || time.GetUtcNow() > until)
            {
                Record(alert, "UNDELIVERED");
                return;
            }

            await Task.Delay(pause, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = Pauses.After(pause);
        }

        Record(alert, "DELIVERED");
    }

    private async Task<bool> TryAsync(WebhookSender sender, string id, byte[] body, CancellationToken ct)
    {
        try
        {
            var answer = await sender.SendAsync(address.Secrets, id, body, ct);
            works = answer.IsDelivered;
            if (!works) logger.Warn($"An alert could not be sent: {answer.Why}");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }

        return works;
    }

    private void Record(Alert alert, string result) =>
        trail.Record(new AuditEntry(AuditEvent.AlertRaised, AuditEntry.Platform, alert.What, result, null, UnixTime.From(time.GetUtcNow())));
}
