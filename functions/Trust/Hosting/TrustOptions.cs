using System.Security.Cryptography.X509Certificates;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Audit.Alerts;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Sessions;
using Ascs.Trust.Limits;

namespace Ascs.Trust.Hosting;

/// <summary>What a platform brings along to talk to others.</summary>
public sealed class TrustOptions
{
    /// <summary>Itself and its peers.</summary>
    public required IPlatformDirectory Directory { get; init; }

    /// <summary>Its peers' public keys.</summary>
    public required IPublicKeys PublicKeys { get; init; }

    /// <summary>What it shares with its peers.</summary>
    public required IPairSecrets Secrets { get; init; }

    /// <summary>What its sessions rest on.</summary>
    public required ISessionSecrets Sessions { get; init; }

    /// <summary>Its author key.</summary>
    public required IAuthor Author { get; init; }

    /// <summary>Seals the answers kept for repeated calls.</summary>
    public required IAnswerSeal AnswerSeal { get; init; }

    /// <summary>The store that all instances of the platform share.</summary>
    public required IDocumentStore Store { get; init; }

    /// <summary>Its certificate with the private key; serves both ends of a connection. Stays the owner's.</summary>
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>The same for a platform that renews it while it runs.</summary>
    public OwnCertificate Own
    {
        get => field ??= new OwnCertificate(Certificate);
        init;
    }

    /// <summary>Whose certificates it accepts. Stays the owner's.</summary>
    public required CertificateTrust Authorities { get; init; }

    /// <summary>What <c>/v1/keys</c> serves; a platform without is one that states no keys.</summary>
    public PublishedKeys? PublishedKeys { get; init; }

    /// <summary>
    /// True when this process is the only one on its store (the embedded one): acts that a former process left unanswered are taken over at once, and not
    /// after its lease.
    /// </summary>
    public bool AloneOnStore { get; init; }

    /// <summary>How long audit records are kept.</summary>
    public AuditTerm AuditTerm { get; init; } = AuditTerm.Shortest;

    /// <summary>How much it takes from whom.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>What is known of the audit trail from elsewhere than the store.</summary>
    public AuditWitness AuditWitness { get; init; } = AuditWitness.None;

    /// <summary>From how many on something is unusual.</summary>
    public AlertPolicy Alerts { get; init; } = new();

    /// <summary>Where alerts are sent; null leaves them in the journal and the trail. Stays the owner's.</summary>
    public AlertAddress? AlertAddress { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
