using System.Net;
using System.Text.Json;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>The commands a person types: demo, verify, seed.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ascs-commands-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_holds_every_step_and_its_bundle_verifies_until_a_byte_is_changed()
    {
        var demo = await HostRun.ToEndAsync(Cancelled, "demo", "--json", "--folder", Path.Combine(folder, "demo"));
        Assert.Equal((0, string.Empty), (demo.Code, demo.Errors));
        using var timeline = JsonDocument.Parse(demo.Output);
        Assert.True(timeline.RootElement.GetProperty("held").GetBoolean());
        Assert.True(timeline.RootElement.GetProperty("steps").GetArrayLength() >= 10);

        var bundle = Path.Combine(folder, "demo", "bundle-lin.json");
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "verify", bundle)).Code);
        var bytes = await File.ReadAllBytesAsync(bundle, Cancelled);
        bytes[bytes.Length / 2] ^= 1;
        var flipped = Path.Combine(folder, "flipped.json");
        await File.WriteAllBytesAsync(flipped, bytes, Cancelled);
        Assert.NotEqual(0, (await HostRun.ToEndAsync(Cancelled, "verify", flipped)).Code);
    }

    [Fact]
    public async Task Leaving_out_a_party_that_there_is_not_is_one_sentence_and_makes_nothing()
    {
        var result = await HostRun.ToEndAsync(Cancelled, "--folder", Path.Combine(folder, "system"), "--without", "nobody");
        Assert.NotEqual(0, result.Code);
        Assert.Equal("There is no party nobody to leave out.", Assert.Single(result.Sentences));
        Assert.False(Directory.Exists(Path.Combine(folder, "system")));
    }

    [Fact]
    public async Task Verifying_a_file_that_is_not_there_is_one_sentence()
    {
        var result = await HostRun.ToEndAsync(Cancelled, "verify", Path.Combine(folder, "nothing.json"));
        Assert.NotEqual(0, result.Code);
        Assert.Contains("nothing.json", Assert.Single(result.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_party_initialised_for_another_machine_is_addressed_listens_and_is_certified_there()
    {
        var root = Path.Combine(folder, "apart");
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "init", root, "--host", "operator-a=operator.example")).Code);
        var sample = new SampleFolder(root);
        var party = sample.Party("operator-a");
        var file = await PartyReader.ReadAsync(party, Cancelled);
        Assert.Equal(("operator.example", "operator.example", IPAddress.Any), (file.PublicAddress!.Host, file.PlatformAddress!.Host, file.Listen));
        using var certificate = PemFiles.LoadCertificate(party.Certificate);
        Assert.True(certificate.MatchesHostname("operator.example"));
        var peers = PeersFile.Parse(await File.ReadAllBytesAsync(sample.Party(SamplePlan.TrustedParty).Peers, Cancelled)).Peers;
        Assert.Equal(file.PlatformAddress, peers.Single(peer => peer.PlatId == file.PlatId).Address);
        Assert.Null((await PartyReader.ReadAsync(sample.Party("operator-b"), Cancelled)).Listen);
    }

    [Theory]
    [InlineData("operator-c=operator.example", "operator-c")]
    [InlineData("operator-a=no name", "no name")]
    [InlineData("operator-a", "PARTY=NAME")]
    public async Task A_machine_or_party_that_there_is_not_is_named(string host, string named)
    {
        var result = await HostRun.ToEndAsync(Cancelled, "init", Path.Combine(folder, "never"), "--host", host);
        Assert.Equal(1, result.Code);
        Assert.Contains(named, Assert.Single(result.Sentences), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "never")));
    }

    [Fact]
    public async Task Seeded_subscribers_are_valid_and_the_same_for_the_same_seed()
    {
        var (one, two) = (Path.Combine(folder, "one.csv"), Path.Combine(folder, "two.csv"));
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "seed", "--subscribers", "200", "--out", one)).Code);
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "seed", "--subscribers", "200", "--out", two)).Code);
        var rows = await File.ReadAllLinesAsync(one, Cancelled);
        Assert.Equal(rows, await File.ReadAllLinesAsync(two, Cancelled));
        Assert.Equal("identifierType,identifier,subscriber,number,validFrom,validTo", rows[0]);
        var cells = rows[1..].Select(row => row.Split(',')).ToArray();
        Assert.Equal(200, cells.Select(row => row[2]).Distinct().Count());
        Assert.All(cells.Where(row => row[0] == "IMEI"), row => Assert.True(HasCheckDigit(row[1]), row[1]));
        Assert.All(cells.Where(row => row[0] == "IMSI"), row => Assert.Matches("^460[0-9]{12}$", row[1]));
        Assert.All(cells, row => Assert.Matches("^1[3-9][0-9]{9}$", row[3]));
        Assert.Equal(["IDFA", "IMEI", "IMSI", "OAID"], cells.Select(row => row[0]).Distinct().Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // 3GPP TS 23.003 B: Luhn.
    private static bool HasCheckDigit(string imei) => imei.Length == 15
        && imei.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 2)).Sum(value => (value / 10) + (value % 10)) % 10 == 0;
}
