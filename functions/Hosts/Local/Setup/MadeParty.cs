using System.Security.Cryptography.X509Certificates;

namespace Ascs.Hosts.Local.Setup;

/// <summary>A party while `init` is at work.</summary>
internal sealed record MadeParty(PlannedParty Plan, PartyFile File, PartyFolder Folder, X509Certificate2 Certificate, OpenKeys Keys) : IDisposable
{
    public void Dispose()
    {
        Keys.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Certificate.Dispose();
    }
}
