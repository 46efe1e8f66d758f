using Ascs.Contracts;

namespace Ascs.Enterprise.Consent;

/// <summary>One consent under way in one browser: container Work, partition of the visitor, id `session`; gone after an hour.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="PolicyVersion">Version of the policy shown.</param>
/// <param name="Device">The device identifiers, encrypted; null once nothing needs them any more.</param>
/// <param name="StartedAt">When the app opened the prompt.</param>
/// <param name="Prepared">The showing prepared last.</param>
/// <param name="Settled">The showing that was confirmed: there is at most one a session.</param>
internal sealed record ConsentSession(
    ServiceId ServiceId, int PolicyVersion, Sealed? Device, UnixTime StartedAt, ConsentNonce? Prepared = null, ConsentNonce? Settled = null);
