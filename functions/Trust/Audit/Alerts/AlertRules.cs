using Ascs.Contracts;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>The rules: state and an entry in, state and alerts out. The same for what happens now and for what lies in the trail.</summary>
public static class AlertRules
{
    // ProblemCodes that say somebody can't prove what he claims.
    private static readonly HashSet<string> Unproved =
    [
        ProblemCodes.SignatureInvalid.Code, ProblemCodes.DigestMismatch.Code, ProblemCodes.CertificateMismatch.Code, ProblemCodes.AuthorSignatureInvalid.Code,
        ProblemCodes.AccessTokenInvalid.Code, ProblemCodes.PlatformUnknown.Code,
    ];

    /// <summary>Judges one entry.</summary>
    public static (AlertState State, IReadOnlyList<Alert> Alerts) Judge(AlertState state, AuditEntry entry, AlertPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(policy);
        var alerts = new List<Alert>();
        foreach (var (rule, subject, threshold) in Matches(entry, policy))
        {
            (state, var alert) = state.Count(rule, subject, entry, threshold, policy);
            if (alert is not null) alerts.Add(alert);
        }

        return (state, alerts);
    }

    private static IEnumerable<(AlertRule Rule, string Subject, int Threshold)> Matches(AuditEntry entry, AlertPolicy policy)
    {
        if (entry.Event == AuditEvent.Call)
        {
            if (OfCall(entry.Result, policy) is var (rule, threshold)) yield return (rule, entry.Who, threshold);
            if (policy.OddHours?.Contains(entry.At) == true && entry.Who != AuditEntry.Unproved) yield return (AlertRule.OddHours, entry.Who, 1);
        }
        else if (OfOthers(entry.Event, policy) is var (rule, threshold))
        {
            yield return (rule, entry.Event is AuditEvent.OptedOut or AuditEvent.CertificateExpiring ? entry.What : entry.Who, threshold);
        }
    }

    private static (AlertRule Rule, int Threshold)? OfCall(string result, AlertPolicy policy) => result switch
    {
        _ when result == ProblemCodes.Replayed.Code => (AlertRule.ReplayBurst, policy.Replays),
        _ when Unproved.Contains(result) => (AlertRule.BadSignatures, policy.BadSignatures),
        _ when result == ProblemCodes.TimestampOutOfRange.Code => (AlertRule.ClockOff, policy.ClockOff),
        _ when result == ProblemCodes.Internal.Code || result == ProblemCodes.Unavailable.Code => (AlertRule.Failing, policy.Failures),
        "HANDSHAKE_REFUSED" => (AlertRule.UnprovedConnections, policy.UnprovedConnections),
        _ => null,
    };

    private static (AlertRule Rule, int Threshold)? OfOthers(AuditEvent kind, AlertPolicy policy) => kind switch
    {
        AuditEvent.LoginRefused => (AlertRule.LoginsRefused, policy.LoginsRefused),
        AuditEvent.RefreshTokenReused => (AlertRule.RefreshTokenReused, 1),
        AuditEvent.OptedOut => (AlertRule.OptOutSpike, policy.OptOuts),
        AuditEvent.CertificateExpiring => (AlertRule.CertificateExpiring, 1),
        AuditEvent.AuditBroken or AuditEvent.AuditLost => (AlertRule.AuditBroken, 1),
        _ => null,
    };
}
