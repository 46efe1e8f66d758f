using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Gate;
using Ascs.Trust.Problems;
using Ascs.Trust.Tests.Calls;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Gate;

/// <summary>CHEAA-4.1.2.3: what a platform may do here is what it was granted, operation by operation and enterprise by enterprise.</summary>
public sealed class PermissionTests : IClassFixture<TestWorld>, IDisposable
{
    private readonly TestWorld world;
    private readonly Peer before;

    public PermissionTests(TestWorld world)
    {
        (this.world, before) = (world, world.Party.Directory.Known[world.First.PlatId]);
        world.SessionOf(world.First); // as what it is
    }

    public void Dispose() => First = before;

    private Peer First
    {
        set => world.Party.Directory.Known[world.First.PlatId] = value;
    }

    [Fact]
    public async Task a_platform_that_was_granted_nothing_may_do_nothing()
    {
        First = before with { Permissions = null };
        Assert.Equal("PERMISSION_DENIED", await CallAsync());
    }

    [Fact]
    public async Task a_permission_narrowed_by_an_operation_leaves_the_others()
    {
        First = before with { Permissions = [.. before.Permissions!.Where(permission => permission.Operation != "authorisations/revoke")] };
        Assert.Equal("PERMISSION_DENIED", await CallAsync());
        Assert.Equal("200", await CallAsync(TrustedPartyCatalogue.AidStates, """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"]}"""));
    }

    [Fact]
    public async Task an_operator_is_held_to_the_enterprises_of_its_permission()
    {
        var north = before with { Role = Role.Operator, EnterpriseId = null, OperatorId = OperatorId.Parse("north") };
        First = north with { Permissions = [new Permission("authorisations/revoke", ["bolt"])] };
        Assert.Equal("ENTERPRISE_FOREIGN", await CallAsync());
        First = north with { Permissions = [new Permission("authorisations/revoke", ["bolt", "acme"])] };
        Assert.Equal("202", await CallAsync());
        First = north with { Permissions = [new Permission("authorisations/revoke", [Permission.Anyone])] };
        Assert.Equal("202", await CallAsync());
    }

    [Fact]
    public async Task no_permission_reaches_over_the_catalogue_or_the_callers_own_enterprise()
    {
        First = before with { Role = Role.BackOffice, Permissions = [new Permission("authorisations/revoke", [Permission.Anyone])] };
        Assert.Equal("PERMISSION_DENIED", await CallAsync());
        First = before with { EnterpriseId = EnterpriseId.Parse("bolt"), Permissions = [new Permission("authorisations/revoke", [Permission.Anyone])] };
        Assert.Equal("ENTERPRISE_FOREIGN", await CallAsync());
    }

    [Fact]
    public async Task suspended_is_refused_and_resumed_is_served()
    {
        First = before with { State = PeerState.Suspended };
        Assert.Equal("PLATFORM_SUSPENDED", await CallAsync());
        First = before;
        Assert.Equal("202", await CallAsync());
    }

    [Fact]
    public async Task a_suspended_platform_is_not_called_either()
    {
        var known = world.First.Directory.Known;
        var party = known[world.Party.PlatId];
        known[world.Party.PlatId] = party with { State = PeerState.Suspended };
        var answer = await world.Time.While(world.First.Caller.CallAsync(
            party, TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])]), null, TestContext.Current.CancellationToken));
        known[world.Party.PlatId] = party;
        Assert.Same(ProblemCodes.Unavailable, answer.Problem!.Code);
    }

    private async Task<string> CallAsync(Endpoint? endpoint = null, string? body = null)
    {
        var draft = new CallDraft(world, endpoint);
        if (body is not null) draft.BodyText = body;
        var bound = TestTable.Make().Endpoints.Single(bound => bound.Endpoint == draft.Endpoint);
        var answer = await world.Party.Services.GetRequiredService<PlatformGate>().AnswerAsync(bound, draft.ToInbound(), world.Party.Services, TestContext.Current.CancellationToken);
        return answer.Status < 300 ? $"{answer.Status}" : new Heard(answer.Status, ProblemTranslator.ContentType, answer.Body.ToArray(), false, false).Code;
    }
}
