using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Keys;

/// <summary>A key made anew reaches those who need it over real HTTPS, by way of the trusted party, with no folder touched.</summary>
public sealed class RotationTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operators_new_seal_key_reaches_the_enterprise_and_consents_are_sealed_to_it()
    {
        var home = system.Platforms.Host("operator-a");
        var made = await home.Services.GetRequiredService<KeyRing>().RotateAsync(KeyNames.Seal, TimeProvider.System.GetUtcNow(), Cancelled);

        Assert.True(await FetchAsync(SamplePlan.TrustedParty));
        Assert.True(await FetchAsync("hongyan-express"));

        var known = system.Platforms.Host("hongyan-express").Services.GetRequiredService<IPublicKeys>().Current(home.File.PlatId, KeyNames.Seal);
        Assert.Equal((made.KeyId, made.Sm2.PublicKey), known);
        await system.ConsentAsync(system.Hongyan, RunningSystem.Parcels, phone: 0, Cancelled);
    }

    private Task<bool> FetchAsync(string party) => system.Platforms.Host(party).Services.GetRequiredService<FetchKeys>().RunOnceAsync(Cancelled);
}
