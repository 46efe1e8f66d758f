using Ascs.Contracts;
using Microsoft.Extensions.Hosting;

namespace Ascs.Trust.Audit;

/// <summary>Start and stop of a platform are on record; the start looks at the trail's end before the first call is taken.</summary>
internal sealed class AuditLifetime(IAuditTrail trail, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => RecordAsync(AuditEvent.PlatformStarted, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken)
    {
        trail.Record(Entry(AuditEvent.PlatformStopped)); // written when the container lets go of the trail, behind the last call
        return Task.CompletedTask;
    }

    private Task RecordAsync(AuditEvent what, CancellationToken ct) => trail.RecordDurablyAsync(Entry(what), ct).AsTask();

    private AuditEntry Entry(AuditEvent what) => new(what, AuditEntry.Platform, AuditEntry.Platform, AuditEntry.Ok, null, UnixTime.From(time.GetUtcNow()));
}
