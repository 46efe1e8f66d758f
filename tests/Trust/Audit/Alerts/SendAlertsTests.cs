using System.Text;
using Ascs.Storage;
using Ascs.Tests;
using Ascs.Trust.Audit;
using Ascs.Trust.Audit.Alerts;
using Ascs.Trust.Tests.Calls;
using Ascs.Trust.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ascs.Trust.Tests.Audit.Alerts;

/// <summary>An alert is on record, in the journal and at the address, tried until it arrives, under one id.</summary>
public sealed class SendAlertsTests : IDisposable
{
    private readonly AuditBed bed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_a_rule_finds_is_recorded_sent_signed_and_tried_again()
    {
        var failures = 2;
        await using var listener = await WebhookListener.StartAsync(context => context.Response.StatusCode = failures-- > 0 ? 503 : 204);
        using var secret = WebhookSecret.Create();
        var watch = new AlertWatch(new AlertPolicy(), NullLogger.Instance);
        await using (var trail = bed.Open())
        {
            trail.ShowTo(watch);
            using var sending = new SendAlerts(
                new AlertAddress(new WebhookEndpoint(listener.Address, AllowPrivate: true, listener.Authority), [secret]), watch, trail, bed.Author, bed.Time,
                NullLogger<SendAlerts>.Instance);
            await sending.StartAsync(Ct);
            await trail.RecordDurablyAsync(bed.Entry(AuditEvent.RefreshTokenReused, "session/refresh"), Ct);
            while (!await IsDeliveredAsync())
            {
                if (!await sending.IsUpAsync(Ct)) bed.Time.Advance(TimeSpan.FromSeconds(5));
                await Task.Delay(20, Ct);
            }

            Assert.True(await sending.IsUpAsync(Ct));
            await sending.StopAsync(Ct);
        }

        Assert.Equal(3, listener.Received.Count);
        Assert.Single(listener.Received.Select(one => one.Headers.Id).Distinct());
        var (headers, body) = listener.Received.Last();
        Assert.Null(WebhookSignature.Verify([secret], headers, body, bed.Time.GetUtcNow()));
        var text = Encoding.UTF8.GetString(body);
        Assert.Contains("\"rule\":\"RefreshTokenReused\"", text, StringComparison.Ordinal);
        Assert.Contains("刷新令牌", text, StringComparison.Ordinal);
        var raised = (await bed.BatchesAsync()).SelectMany(batch => batch.Entries).Where(entry => entry.Event == AuditEvent.AlertRaised);
        Assert.Equal(["RAISED", "DELIVERED"], raised.Select(entry => entry.Result));
    }

    [Fact]
    public async Task a_trail_that_can_not_be_written_is_told_once()
    {
        var watch = new AlertWatch(new AlertPolicy(), NullLogger.Instance);
        await using var trail = bed.Open();
        trail.ShowTo(watch);
        bed.Store.Plan = FaultPlans.When(call => call.Operation == StoreOperation.Commit, Fault.Lost);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await trail.RecordDurablyAsync(bed.Entry(AuditEvent.Login), Ct));
        await Patience.Until(() => !trail.Works, Ct);
        Assert.Equal(AlertRule.AuditUnwritable, (await watch.Raised.ReadAsync(Ct)).Rule);
        bed.Store.Plan = FaultPlans.None;
        await Patience.Until(() => trail.Works, Ct);
        Assert.False(watch.Raised.TryRead(out _));
    }

    public void Dispose() => bed.Dispose();

    private async Task<bool> IsDeliveredAsync() =>
        (await bed.BatchesAsync()).SelectMany(batch => batch.Entries).Any(entry => entry is { Event: AuditEvent.AlertRaised, Result: "DELIVERED" });
}
