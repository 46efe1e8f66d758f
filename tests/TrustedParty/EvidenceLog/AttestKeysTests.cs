using Ascs.Evidence.Leaves;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Hosting;
using Ascs.Trust.Keys;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Tests.Bench;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ascs.TrustedParty.Tests.EvidenceLog;

public sealed class AttestKeysTests
{
    private static CancellationToken Ct => PartyBench.Ct;

    [Fact]
    public async Task every_public_key_has_one_leaf_and_a_new_version_gets_its_own()
    {
        using var bench = await PartyBench.StartAsync();
        using var authority = CertificateAuthority.Create("test", bench.Time.GetUtcNow());
        var self = bench.Directory.Self.PlatId;
        using var certificate = Assert.IsType<IssueOutcome.Issued>(authority.Issue(self, ["localhost"], bench.Time.GetUtcNow())).Certificate;
        var published = new PublishedKeys(bench.Ring, new OwnCertificate(certificate), self);
        var keys = published.Statements().Count;
        Assert.True(keys > 0);

        await Attest(bench, published).RunOnceAsync(Ct);
        Assert.Equal(keys, await bench.LogSizeAsync());
        await bench.RestartAsync();
        await Attest(bench, published).RunOnceAsync(Ct); // nothing is remembered but by the log
        Assert.Equal(keys, await bench.LogSizeAsync());

        await bench.Ring.RotateAsync(KeyNames.Intake, bench.Time.GetUtcNow(), Ct);
        await Attest(bench, published).RunOnceAsync(Ct);
        Assert.Equal(keys + 1, await bench.LogSizeAsync());
        var receipt = await bench.Log.ProveAsync([keys], Ct);
        Assert.True(Leaf.TryParse(System.Buffers.Text.Base64Url.DecodeFromChars(receipt.Leaves[0].Leaf), out var leaf));
        Assert.Equal(LeafKind.KeyChanged, leaf.Kind);
    }

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.KeptButReportedLost)]
    public async Task a_leaf_whose_writing_failed_is_made_good_once(Fault fault)
    {
        using var bench = await PartyBench.StartAsync();
        using var authority = CertificateAuthority.Create("test", bench.Time.GetUtcNow());
        var self = bench.Directory.Self.PlatId;
        using var certificate = Assert.IsType<IssueOutcome.Issued>(authority.Issue(self, ["localhost"], bench.Time.GetUtcNow())).Certificate;
        var published = new PublishedKeys(bench.Ring, new OwnCertificate(certificate), self);
        bench.Store.Plan = FaultPlans.AtWrite(bench.Store.Writes + 1, fault);
        await Assert.ThrowsAnyAsync<Exception>(() => Attest(bench, published).RunOnceAsync(Ct));
        await bench.RestartAsync();

        await Attest(bench, published).RunOnceAsync(Ct);

        Assert.Equal(published.Statements().Count, await bench.LogSizeAsync());
    }

    private static AttestKeys Attest(PartyBench bench, PublishedKeys published) =>
        new(published, bench.Ring, bench.Log, bench.Time, NullLogger<AttestKeys>.Instance);
}
