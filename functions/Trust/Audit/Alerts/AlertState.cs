using System.Collections.Immutable;
using Ascs.Contracts;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>What the rules remember: a window for each rule and subject. Subjects are peers and their services, so there are few.</summary>
public sealed class AlertState
{
    private readonly ImmutableDictionary<(AlertRule Rule, string Subject), Window> windows;

    private AlertState(ImmutableDictionary<(AlertRule Rule, string Subject), Window> windows) => this.windows = windows;

    /// <summary>Nothing yet.</summary>
    public static AlertState Empty { get; } = new(ImmutableDictionary<(AlertRule, string), Window>.Empty);

    internal (AlertState State, Alert? Alert) Count(AlertRule rule, string subject, AuditEntry entry, int threshold, AlertPolicy policy)
    {
        var window = windows.GetValueOrDefault((rule, subject));
        if (entry.At.ToTime() - window.Since.ToTime() >= policy.Window) window = window with { Since = entry.At, Count = 0 };
        window = window with { Count = window.Count + entry.Count };
        var alert = window.Count >= threshold && entry.At >= window.QuietUntil ? new Alert(rule, subject, window.Count, entry.At) : null;
        if (alert is not null) window = window with { QuietUntil = UnixTime.From(entry.At.ToTime() + policy.Quiet) };
        return (new AlertState(windows.SetItem((rule, subject), window)), alert);
    }

    private readonly record struct Window(UnixTime Since, int Count, UnixTime QuietUntil);
}
