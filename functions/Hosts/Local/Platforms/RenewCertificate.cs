using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;
using Ascs.Trust.Pairing;
using Ascs.Trust.Succession;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>
/// Renews the platform's certificate at two thirds of its life: has a successor made, tells every peer, then serves it, all without a restart. Where the authority
/// lies elsewhere the successor comes by the command `certificate renew`, and until it comes <c>/health</c> shows that it is due (CHEAA-4.1.1 b).
/// </summary>
internal sealed class RenewCertificate(PlatformParts parts, IPlatformCaller caller, IAuditTrail audit, TimeProvider time, ILogger<RenewCertificate> logger)
    : PeriodicWork("certificate", TimeSpan.FromMinutes(1), "The certificate could not be renewed now and is tried again", time, logger), IHealthPart
{
    // Who has pinned the successor under way.
    private readonly HashSet<PlatId> told = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private DateTimeOffset alarmed;

    // Told in /health: due, and nobody has made a successor.
    async Task<bool> IHealthPart.IsUpAsync(CancellationToken cancellationToken) =>
        await IsUpAsync(cancellationToken) && (parts.Own.Next is not null || !CertificateLife.IsDue(parts.Certificate, Time.GetUtcNow()));

    /// <summary>One look: make, tell, switch, each when it is time.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await LookAsync(ct);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        if (parts.Own.Next is null) await PrepareAsync(ct);
        if (parts.Own.Next is null) return;
        var all = await TellAsync(ct);
        if (all || CertificateLife.IsEnding(parts.Certificate, Time.GetUtcNow())) await SwitchAsync(ct);
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        if (CertificateLife.IsDue(parts.Certificate, Time.GetUtcNow()) && CertificateFiles.Next(parts.Folder) is null && !Make()) await AlarmAsync(ct);
        if (CertificateFiles.Next(parts.Folder) is not { } next) return;
        // Our own book first: statements under the successor are ours from now on, and it is judged as peers will judge it.
        var announced = Announcement.Make(parts.File.PlatId, parts.Certificate, next);
        if (await parts.Directory.Successors!.OfferAsync(parts.Directory.Self, announced, ct) is { } fault)
            throw new InvalidDataException($"The successor in {parts.Folder.NextCertificate} can't follow: {fault}.");
        parts.Own.Next = next;
        told.Clear();
    }

    private bool Make()
    {
        if (parts.File.Authority is not { } folder) return false;
        using var authority = AuthorityFolder.Open(Path.GetFullPath(folder, parts.Folder.Root));
        CertificateFiles.Renew(parts.Folder, parts.File, authority, Time.GetUtcNow());
        return true;
    }

    // Once a day, until somebody makes one.
    private async Task AlarmAsync(CancellationToken ct)
    {
        if (Time.GetUtcNow() - alarmed < TimeSpan.FromDays(1)) return;
        logger.Warn($"The platform certificate ends at {parts.Certificate.NotAfter.ToUniversalTime():u} and has no successor: `certificate renew`");
        await AuditAsync(AuditEvent.CertificateExpiring, ct);
        alarmed = Time.GetUtcNow();
    }

    private async Task<bool> TellAsync(CancellationToken ct)
    {
        var announced = Announcement.Make(parts.File.PlatId, parts.Certificate, parts.Own.Next!);
        foreach (var peer in Listeners().Where(peer => !told.Contains(peer.PlatId)).ToList())
        {
            if ((await caller.CallAsync(peer, SessionCatalogue.Certificate, announced, null, ct)).Problem is { } problem)
                logger.Warn($"Platform {peer.PlatId} has not pinned our next certificate yet: {problem.Code.Code}");
            else told.Add(peer.PlatId);
        }

        return Listeners().All(peer => told.Contains(peer.PlatId));
    }

    // Everybody we call, unless it was closed for good; who is suspended hears of it once resumed, while the former one lives.
    private IEnumerable<Peer> Listeners() =>
        parts.Directory.Peers.Where(peer => peer.State != PeerState.Closed && peer.Role != Role.BackOffice && PairingRules.Talk(parts.Directory.Self, peer));

    private async Task SwitchAsync(CancellationToken ct)
    {
        await AuditAsync(AuditEvent.CertificateRenewed, ct);
        CertificateFiles.Switch(parts.Folder);
        parts.Own.Switch();
        logger.Change($"The platform certificate was renewed; it ends at {parts.Certificate.NotAfter.ToUniversalTime():u}");
    }

    private ValueTask AuditAsync(AuditEvent what, CancellationToken ct) => audit.RecordDurablyAsync(
        new AuditEntry(what, AuditEntry.Platform, parts.File.PlatId.ToString(), AuditEntry.Ok, null, UnixTime.From(Time.GetUtcNow())), ct);
}
