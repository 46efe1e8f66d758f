using Ascs.Contracts;
using Ascs.Evidence.Checkpoints;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Certificates;

namespace Ascs.Fleet;

/// <summary>The newest checkpoint, as anybody can fetch it.</summary>
internal sealed class LogPage : IDisposable
{
    private readonly CertificateTrust authorities;
    private readonly HttpClient client;

    public LogPage(PartyFolder trustedParty, Uri address)
    {
        authorities = new CertificateTrust([PemFiles.LoadCertificate(trustedParty.Authority)], TimeProvider.System);
        client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = authorities.ServerCallback() } }) { BaseAddress = address };
    }

    /// <summary>The checkpoint; null while the platform is away.</summary>
    public async Task<SignedCheckpoint?> FetchAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync(TrustedPartyCatalogue.Checkpoint.Route, ct);
            return answer.IsSuccessStatusCode && SignedCheckpoint.TryParse(await answer.Content.ReadAsByteArrayAsync(ct), out var signed) ? signed : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        client.Dispose();
        authorities.Dispose();
    }
}
