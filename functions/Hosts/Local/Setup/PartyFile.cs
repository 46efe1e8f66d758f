using System.Net;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Audit.Alerts;

namespace Ascs.Hosts.Local.Setup;

/// <summary>`party.json`: what one platform is and where it listens. Secrets are never in it.</summary>
/// <param name="V">1.</param>
/// <param name="Party">What it is.</param>
/// <param name="Id">Id of the enterprise or operator; `trusted-party` for the trusted party.</param>
/// <param name="Name">For people and logs.</param>
/// <param name="PlatId">Its id.</param>
/// <param name="PublicAddress">Root of its pages; null when it has none.</param>
/// <param name="PlatformAddress">Root of its client-certificate listener; null for a back office.</param>
/// <param name="Handset">Address of the SMS gateway; set exactly for operators.</param>
/// <param name="NetworkCodes">IMSI network codes (MCC and MNC) by operator; an operator's own only, for an enterprise all.</param>
/// <param name="NoticePort">Port from which subscriber notices come; set exactly for the trusted party.</param>
/// <param name="ReceiptPatienceSeconds">How long a trusted party waits for receipts before it attests an outcome as it stands; 72 hours when absent.</param>
/// <param name="Listen">The address of this machine its listeners bind; loopback only when absent.</param>
/// <param name="MissesPerHour">Identifiers an enterprise may be wrong about in an hour at an operator; 30 when absent.</param>
/// <param name="MissesPerPerson">And for every person it was right about; 20 when absent, more for an operator of few people (decision 0034).</param>
/// <param name="Limits">How much it takes from whom; what is absent is as the program has it (decision 0017).</param>
/// <param name="Webhooks">An enterprise's own systems that are told of events.</param>
/// <param name="AuditDays">How many days audit records are kept; 183 when absent, and never fewer (CHEAA-4.1.6 d).</param>
/// <param name="Alerts">Where alerts are sent as signed webhooks, https; in the journal and the audit trail alone when absent.</param>
/// <param name="OddHours">Hours of the day, Beijing time, at which no platform should call, such as <c>01:00-05:00</c>; none when absent.</param>
/// <param name="Authority">Folder of the authority that renews the certificate by itself; absent where the authority lies elsewhere, as it should.</param>
internal sealed record PartyFile(
    int V, PartyKind Party, string Id, string Name, PlatId PlatId, Uri? PublicAddress = null, Uri? PlatformAddress = null, Uri? Handset = null,
    IReadOnlyDictionary<OperatorId, IReadOnlyList<string>>? NetworkCodes = null, SenderId? NoticePort = null,
    int? ReceiptPatienceSeconds = null, IPAddress? Listen = null, int? MissesPerHour = null, int? MissesPerPerson = null, PartyLimits? Limits = null,
    IReadOnlyList<WebhookEntry>? Webhooks = null, int? AuditDays = null, Uri? Alerts = null, string? OddHours = null,
    string? Authority = null)
{
    /// <summary>From how many on something is unusual.</summary>
    public AlertPolicy ToAlertPolicy() => new() { OddHours = OddHours is { } hours ? Ascs.Trust.Audit.Alerts.OddHours.Parse(hours) : null };

    /// <summary>How long audit records are kept.</summary>
    public AuditTerm ToAuditTerm() => AuditDays is { } days ? new AuditTerm(days) : AuditTerm.Shortest;
}
