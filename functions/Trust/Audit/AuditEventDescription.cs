namespace Ascs.Trust.Audit;

/// <summary>One auditable event.</summary>
/// <param name="Event">Which.</param>
/// <param name="When">When its record is written.</param>
/// <param name="Who">What stands under who.</param>
/// <param name="What">What stands under what.</param>
/// <param name="Result">What stands under result.</param>
/// <param name="IsDurable">On disk before what it tells takes effect; otherwise within a second.</param>
public sealed record AuditEventDescription(AuditEvent Event, string When, string Who, string What, string Result, bool IsDurable);
