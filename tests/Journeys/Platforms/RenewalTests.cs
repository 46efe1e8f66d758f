using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Pairing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Platforms;

/// <summary>Certificates are renewed at two thirds of their life on running hosts, and nobody notices.</summary>
public sealed class RenewalTests(ShiftedSystem system) : IClassFixture<ShiftedSystem>
{
    private static readonly TimeSpan TwoThirds = TimeSpan.FromDays(61);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private PartyHost Party => system.Platforms.Host(SamplePlan.TrustedParty);

    private PartyHost Hongyan => system.Platforms.Host("hongyan-express");

    [Fact]
    public async Task Twice_renewed_the_platforms_still_call_each_other_and_take_each_others_keys()
    {
        await CallAsync();
        for (var round = 0; round < 2; round++)
        {
            var before = Thumbprints();
            system.Clock.Move(TwoThirds); // after the second round what was pinned at pairing has expired
            await Waiting.UntilAsync("never renewed", RenewAsync, done => done, Cancelled);
            Assert.DoesNotContain(Thumbprints(), before.Contains);
            await CallAsync();
            await Hongyan.Services.GetRequiredService<KeyRing>().RotateAsync(KeyNames.Inbox, system.Time.GetUtcNow(), Cancelled);
            await Waiting.UntilAsync("its new key was never taken", FetchAsync, done => done, Cancelled);
        }

        await PairAnewAsync();
        // What a restart would find.
        using var file = PemFiles.Load(system.Sample.Party("hongyan-express").Certificate, system.Sample.Party("hongyan-express").CertificateKey);
        Assert.Contains(CertificateIdentity.ThumbprintOf(file), Thumbprints());
    }

    // Its operator hands over the offer as it is now: the same pairing, narrowed as it was.
    private async Task PairAnewAsync()
    {
        var (folder, peer) = (system.Sample.Party(SamplePlan.TrustedParty), Hongyan.File.PlatId);
        var offer = await Waiting.UntilAsync("its offer stayed the old one", () => Task.FromResult(OfferOf(Hongyan)), offer => Thumbprints().Contains(offer.Fingerprint), Cancelled);
        var before = PeersOfFolder.ChangePeer(folder, peer, same => same with { Permissions = [.. same.Permissions!.Where(permission => permission.Operation != "authorisations/authorise")] });
        Peer? paired = null;
        await Waiting.UntilAsync("it counted as another pairing", () => Task.FromResult(paired = PairWithOffer.Run(folder, offer, null)), now => now.Pairing == before.Pairing, Cancelled);
        Assert.Equal(before.CertificateThumbprint, paired!.CertificateThumbprint);
        Assert.Equal(before.Permissions!.Select(permission => permission.Operation), paired.Permissions!.Select(permission => permission.Operation));
        await CallAsync();
    }

    private static PlatformOffer OfferOf(PartyHost host) => PairWithOffer.Read(host.Services.GetRequiredService<PlatformParts>().Folder.Offer);

    private async Task<bool> RenewAsync()
    {
        foreach (var host in system.Platforms.Hosts) await host.Services.GetRequiredService<RenewCertificate>().RunOnceAsync(Cancelled);
        return system.Platforms.Hosts.All(host => host.Services.GetRequiredService<PlatformParts>() is { Own.Next: null } parts && !CertificateLife.IsDue(parts.Certificate, system.Time.GetUtcNow()));
    }

    private async Task<bool> FetchAsync()
    {
        await Party.Services.GetRequiredService<FetchKeys>().RunOnceAsync(Cancelled);
        var newest = Hongyan.Services.GetRequiredService<KeyRing>().Current(KeyNames.Inbox).KeyId;
        return Party.Services.GetRequiredService<IPublicKeys>().Current(Hongyan.File.PlatId, KeyNames.Inbox)?.KeyId == newest;
    }

    private async Task CallAsync()
    {
        var party = Hongyan.Services.GetRequiredService<IPlatformDirectory>().TrustedParty();
        var answer = await Hongyan.Services.GetRequiredService<IPlatformCaller>()
            .CallAsync(party, TrustedPartyCatalogue.ReplayEvents, new ReplayEventsRequest(1, EnterpriseId.Parse("hongyan-express"), 1, 1), null, Cancelled);
        Assert.Null(answer.Problem);
    }

    private List<string> Thumbprints() =>
        [.. system.Platforms.Hosts.Select(host => CertificateIdentity.ThumbprintOf(host.Services.GetRequiredService<PlatformParts>().Certificate))];
}
