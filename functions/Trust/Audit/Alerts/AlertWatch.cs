using System.Threading.Channels;
using Ascs.Contracts;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>Looks at what went on record, within a second of its happening. An alert is a line of level WARN in the journal, a record, and a message to the address
/// if there is one. Never two at once: the trail calls it.</summary>
internal sealed class AlertWatch(AlertPolicy policy, ILogger logger)
{
    private readonly System.Threading.Channels.Channel<Alert> raised = System.Threading.Channels.Channel.CreateBounded<Alert>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });
    private AlertState state = AlertState.Empty;

    /// <summary>What is to be sent.</summary>
    public ChannelReader<Alert> Raised => raised.Reader;

    /// <summary>The records of the alerts that these entries raise.</summary>
    public IReadOnlyList<AuditEntry> Observe(IReadOnlyList<AuditEntry> entries)
    {
        var records = new List<AuditEntry>();
        foreach (var entry in entries)
        {
            (state, var alerts) = AlertRules.Judge(state, entry, policy);
            records.AddRange(alerts.Select(Raise));
        }

        return records;
    }

    /// <summary>The trail can't be written. On record when it can be again.</summary>
    public AuditEntry? Unwritable(UnixTime now)
    {
        var entry = new AuditEntry(AuditEvent.AuditLost, AuditEntry.Platform, "trail", "UNWRITABLE", null, now);
        (state, var alert) = state.Count(AlertRule.AuditUnwritable, AuditEntry.Platform, entry, 1, policy);
        return alert is null ? null : Raise(alert);
    }

    private AuditEntry Raise(Alert alert)
    {
        var (chinese, english) = AlertTexts.Of(alert.Rule);
        logger.Warn($"alert {alert.What} ({alert.Count}): {chinese} / {english}");
        raised.Writer.TryWrite(alert);
        return new AuditEntry(AuditEvent.AlertRaised, AuditEntry.Platform, alert.What, "RAISED", null, alert.At);
    }
}
