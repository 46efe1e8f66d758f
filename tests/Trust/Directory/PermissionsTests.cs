using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Tests.Directory;

public sealed class PermissionsTests
{
    private static readonly EnterpriseId Acme = EnterpriseId.Parse("acme");

    [Fact]
    public void pairing_grants_what_the_catalogue_has_for_the_role_and_for_its_own_enterprise_alone()
    {
        var granted = Permissions.ByRole(Role.TrustedParty, Role.Enterprise, Acme);
        Assert.Contains(granted, permission => permission is { Operation: "authorisations/authorise", Enterprises: ["acme"] });
        Assert.DoesNotContain(granted, permission => permission.Operation == "outcomes/report");
        Assert.All(Permissions.ByRole(Role.TrustedParty, Role.Operator, null), permission => Assert.Equal([Permission.Anyone], permission.Enterprises));
        Assert.DoesNotContain(Permissions.ByRole(Role.Operator, Role.Enterprise, Acme), permission => permission.Operation == "deliveries/submit");
    }

    [Fact]
    public void the_table_shows_every_permission_and_nothing_of_closed_platforms()
    {
        var (open, closed) = (Of("acme", PeerState.Suspended), Of("bolt", PeerState.Closed));
        var lines = Permissions.ToTable(new PeersFile(1, Of(null, PeerState.Active), [open, closed])).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + open.Permissions!.Count, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Matches($"{open.PlatId} +Enterprise +Suspended +acme$", line));
    }

    [Fact]
    public void a_closed_peer_is_nobody_and_a_replaced_list_is_seen_at_once()
    {
        var (self, peer) = (Of(null, PeerState.Active), Of("acme", PeerState.Active));
        var directory = new PlatformDirectory(new PeersFile(1, self, [peer]));
        Assert.NotNull(directory.Find(peer.PlatId));
        directory.Replace(new PeersFile(1, self, [peer with { State = PeerState.Closed }]));
        Assert.Null(directory.Find(peer.PlatId));
        Assert.Empty(directory.Peers);
        Assert.Single(directory.File.Peers);
    }

    [Theory]
    [InlineData("", "acme")]
    [InlineData("aids/state", "")]
    [InlineData("aids/state", "*,acme")]
    [InlineData("aids/state", "Not An Id")]
    public void a_permission_that_says_nothing_clear_is_refused(string operation, string enterprises)
    {
        var peer = Of("acme", PeerState.Active) with { Permissions = [new Permission(operation, enterprises.Split(',', StringSplitOptions.RemoveEmptyEntries))] };
        var file = new PeersFile(1, Of(null, PeerState.Active), [peer]);
        Assert.Contains("permission", Assert.Throws<InvalidDataException>(() => PeersFile.Parse(file.ToJson())).Message, StringComparison.Ordinal);
    }

    private static Peer Of(string? enterprise, PeerState state)
    {
        var (id, role) = (enterprise is null ? default(EnterpriseId?) : EnterpriseId.Parse(enterprise), enterprise is null ? Role.TrustedParty : Role.Enterprise);
        return new Peer(PlatId.NewRandom(), role, "p", new Uri("https://p.example"), Convert.ToHexString(Guid.NewGuid().ToByteArray()).PadLeft(64, '0'), id,
            State: state, Permissions: Permissions.ByRole(Role.TrustedParty, role, id));
    }
}
