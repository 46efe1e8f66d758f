using Ascs.Contracts;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Names of the files in a party's folder. Who reads the folder of a party is that party.</summary>
/// <param name="Root">The folder.</param>
internal sealed record PartyFolder(string Root)
{
    /// <summary>What and where it is.</summary>
    public string Party => Path.Combine(Root, "party.json");

    /// <summary>The platforms it is paired with, their pinned certificates and key statements.</summary>
    public string Peers => Path.Combine(Root, "peers.json");

    /// <summary>Its certificate.</summary>
    public string Certificate => Path.Combine(Root, "platform.pem");

    /// <summary>The certificate's private key, mode 0600. Whoever has it can pose as this platform until it is revoked.</summary>
    public string CertificateKey => Path.Combine(Root, "platform.key");

    /// <summary>The certificate that follows, while peers are being told.</summary>
    public string NextCertificate => Path.Combine(Root, "platform.next.pem");

    /// <summary>Its private key, mode 0600.</summary>
    public string NextCertificateKey => Path.Combine(Root, "platform.next.key");

    /// <summary>The authority all certificates come from; public.</summary>
    public string Authority => Path.Combine(Root, "ca.pem");

    /// <summary>The key-encryption key, mode 0600. With the store it opens everything of this platform.</summary>
    public string KeyEncryptionKey => Path.Combine(Root, "kek.json");

    /// <summary>Policies.</summary>
    public string Services => Path.Combine(Root, "services.json");

    /// <summary>Templates.</summary>
    public string Templates => Path.Combine(Root, "templates.json");

    /// <summary>An operator's subscribers.</summary>
    public string Subscribers => Path.Combine(Root, "subscribers.csv");

    /// <summary>An operator's secret at the SMS gateway, mode 0600.</summary>
    public string GatewaySecret => Path.Combine(Root, "gateway.secret");

    /// <summary>Devices the sample app of an enterprise shows.</summary>
    public string Devices => Path.Combine(Root, "devices.json");

    /// <summary>Key statements of the peers, one file each.</summary>
    public string Statements => Path.Combine(Root, "statements");

    /// <summary>Key statements of one peer, as its offer brought them.</summary>
    public string StatementsOf(PlatId peer) => Path.Combine(Statements, $"{peer}.json");

    /// <summary>What others need in order to pair with this platform; public, and kept up to date by the running host.</summary>
    public string Offer => Path.Combine(Root, "offer.json");

    /// <summary>Signs alerts, mode 0600; made when party.json names an address for them and there is none. Whoever has it can forge alerts to that address.</summary>
    public string AlertsSecret => Path.Combine(Root, "alerts.secret");

    /// <summary>The journal.</summary>
    public string Journal => Path.Combine(Data, "journal.jsonl");

    /// <summary>Certificates that followed those pinned; public, and kept up to date by the running host.</summary>
    public string Successors => Path.Combine(Data, "successors.txt");

    /// <summary>What commands ask the running platform to put on record.</summary>
    public string Commands => Path.Combine(Data, "commands");

    /// <summary>Databases.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>Everything but keys.</summary>
    public string Store => Path.Combine(Data, "store.db");

    /// <summary>Keys, wrapped; a file of its own so that backups of it can be short-lived.</summary>
    public string KeyStore => Path.Combine(Data, "keys.db");
}
