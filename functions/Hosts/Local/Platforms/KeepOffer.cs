using Ascs.Trust.Certificates;
using Ascs.Trust.Hosting;
using Ascs.Trust.Pairing;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>Keeps the platform's offer in its folder as it is now: certificate and keys are renewed while it runs.</summary>
internal sealed class KeepOffer(PlatformParts parts, TimeProvider time, ILogger<KeepOffer> logger)
    : PeriodicWork("offer", TimeSpan.FromMinutes(1), "The platform's offer could not be written; those who pair now get the one before", time, logger)
{
    private string written = "";

    /// <summary>Writes it when something in it has changed.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        var state = $"{CertificateIdentity.ThumbprintOf(parts.Certificate)} {string.Join(' ', parts.Keys.Ring.Records.Select(record => $"{record.KeyId}{record.DestroyedAt}"))}";
        if (state == written) return;
        var next = parts.Folder.Offer + ".next";
        await File.WriteAllBytesAsync(next, PlatformOffer.Of(parts.Directory.Self, parts.Certificate, parts.Keys.Ring).ToJson(), ct);
        File.Move(next, parts.Folder.Offer, overwrite: true);
        written = state;
    }
}
