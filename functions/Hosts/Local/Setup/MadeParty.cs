using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Pairing;

namespace Ascs.Hosts.Local.Setup;

/// <summary>A party while `init` is at work.</summary>
internal sealed record MadeParty(PlannedParty Plan, PartyFile File, PartyFolder Folder, X509Certificate2 Certificate, OpenKeys Keys) : IDisposable
{
    /// <summary>As it stands in its own list of peers.</summary>
    public Peer Self => new(
        File.PlatId, RoleOf(Plan.Kind), Plan.Name, File.PlatformAddress ?? new Uri("https://back-office.invalid/"), CertificateIdentity.ThumbprintOf(Certificate),
        Plan.Kind is PartyKind.Enterprise or PartyKind.BackOffice ? EnterpriseId.Parse(Plan.Id) : null,
        Plan.Kind == PartyKind.Operator ? OperatorId.Parse(Plan.Id) : null, File.PublicAddress);

    /// <summary>What it hands to others.</summary>
    public PlatformOffer Offer => PlatformOffer.Of(Self, Certificate, Keys.Ring);

    public void Dispose()
    {
        Keys.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Certificate.Dispose();
    }

    private static Role RoleOf(PartyKind kind) => kind switch
    {
        PartyKind.TrustedParty => Role.TrustedParty,
        PartyKind.Operator => Role.Operator,
        PartyKind.Enterprise => Role.Enterprise,
        _ => Role.BackOffice,
    };
}
