using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Tests.Directory;

public sealed class PeersFileTests
{
    private static readonly Peer Self = new(PlatId.NewRandom(), Role.TrustedParty, "tp", new Uri("https://tp.example"), new string('A', 64));

    private static readonly Peer Acme = new(
        PlatId.NewRandom(), Role.Enterprise, "acme", new Uri("https://acme.example:8443"), new string('B', 64), EnterpriseId.Parse("acme"));

    [Fact]
    public void a_file_reads_back_as_written()
    {
        var file = PeersFile.Parse(new PeersFile(1, Self, [Acme]).ToJson());
        Assert.Equal(Self, file.Self);
        Assert.Equal(Acme, Assert.Single(file.Peers));
        Assert.Equal(Acme, new PlatformDirectory(file).Find(Acme.PlatId));
        Assert.Null(new PlatformDirectory(file).Find(Self.PlatId));
    }

    [Fact]
    public void every_fault_is_named_at_once()
    {
        var file = new PeersFile(1, Self with { OperatorId = OperatorId.Parse("north") },
        [
            Acme with { EnterpriseId = null, Address = new Uri("http://acme.example") },
            Acme with { CertificateThumbprint = "short", PublicAddress = new Uri("https://acme.example/path") },
        ]);
        var message = Assert.Throws<InvalidDataException>(() => PeersFile.Parse(file.ToJson())).Message;
        string[] faults =
        [
            "self: operatorId stands exactly", "peers[0]: enterpriseId stands exactly", "peers[0]: address must", "peers[1]: certificateThumbprint must",
            "peers[1]: publicAddress must", $"platId {Acme.PlatId} stands twice",
        ];
        Assert.All(faults, fault => Assert.Contains(fault, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"v\":1}")]
    [InlineData("{\"v\":2,\"self\":null,\"peers\":[]}")]
    public void what_is_no_peers_file_is_said_in_a_sentence(string text) =>
        Assert.StartsWith("The peers file ", Assert.Throws<InvalidDataException>(() => PeersFile.Parse(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);
}
