using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Tests.AnonymousIds;
using Ascs.TrustedParty.Tests.World;

namespace Ascs.TrustedParty.Tests.Dispatches;

/// <summary>CHEAA-4.1.4: what sends, or asks about sending, can't tell an unknown AID or dispatch from another enterprise's.</summary>
public sealed class ForeignRecipientTests
{
    private const string Check = "dispatches/check", Create = "dispatches/create", CreateLater = "dispatches/create for tomorrow";

    private static readonly AidState[] ForeignStates = [AidState.Active, AidState.Revoked, AidState.Expired];

    /// <summary>Every endpoint of dispatches that takes AIDs.</summary>
    public static MatrixTheoryData<string, AidState> Cases { get; } = new([Check, Create, CreateLater], ForeignStates);

    /// <summary>Those after which nothing goes on at once, an own AID among them.</summary>
    public static MatrixTheoryData<string, AidState> Batches { get; } = new([Check, CreateLater], ForeignStates);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static AidRecord Unknown { get; } = Given.Record(7);

    private static AidRecord AlsoUnknown { get; } = Given.Record(8);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task a_foreign_aid_is_handled_as_an_unknown_one(string endpoint, AidState state)
    {
        var unknown = await SeeAsync(endpoint, state, (_, _) => [Unknown]);

        Assert.Equal(unknown, await SeeAsync(endpoint, state, (_, foreign) => [foreign]));
        Assert.Contains("AID_UNKNOWN", unknown[0], StringComparison.Ordinal);
        Assert.DoesNotContain(unknown, line => line.Contains("/usage", StringComparison.Ordinal)); // nobody's promise is touched
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task in_a_batch_with_an_own_one_too(string endpoint, AidState state)
    {
        var unknown = await SeeAsync(endpoint, state, (own, _) => [Unknown, own, AlsoUnknown]);

        Assert.Equal(unknown, await SeeAsync(endpoint, state, (own, foreign) => [Unknown, own, foreign]));
        Assert.Contains("\"allowed\":1", unknown[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AidState.Active)]
    [InlineData(AidState.Revoked)]
    [InlineData(AidState.Expired)]
    public async Task a_dispatch_that_runs_to_its_end_tells_of_both_alike(AidState state) =>
        Assert.Equal(await RunAsync(state, (own, _) => [Unknown, own, AlsoUnknown]), await RunAsync(state, (own, foreign) => [Unknown, own, foreign]));

    [Fact]
    public async Task a_foreign_dispatch_and_a_notice_are_handled_as_an_unknown_one()
    {
        await using var world = new TestWorld();
        var party = new Party(world, new KillSwitch());
        var people = await world.PeopleAsync(1);
        var tomorrow = Given.Noon.AddDays(1);
        var mine = (await party.CreateAsync(TestWorld.Request(people, tomorrow))).Value!.DispatchId;
        await party.Get<TrustedParty.Dispatches.INotices>().EnqueueAsync(people[0], Ct);
        var shop = new FakeEnterprise(Given.Shop).Peer;

        var unknown = await SeeStateAsync(DispatchId.From(Base32.Encode128(5)), shop);

        Assert.Equal(["Read work: dp_#/of-shop absent"], unknown.Skip(1));
        Assert.Equal(unknown, await SeeStateAsync(mine, shop));
        Assert.Equal(unknown, await SeeStateAsync(TrustedParty.Dispatches.DispatchIds.OfNotice(people[0].AuthorisationId), shop));
        Assert.Equal(unknown[0], (await SeeStateAsync(TrustedParty.Dispatches.DispatchIds.OfNotice(people[0].AuthorisationId), world.Enterprise.Peer))[0]);
        Assert.NotNull((await party.StateAsync(mine)).Value);
        await party.KillAsync();

        async Task<IReadOnlyList<string>> SeeStateAsync(DispatchId dispatch, Trust.Directory.Peer caller)
        {
            var acts = world.Store.Acts.Count;
            var answer = Sight.Of(await party.StateAsync(dispatch, caller));
            return [answer, .. world.Store.Acts.Skip(acts)];
        }
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("nobody")]
    public async Task events_are_told_to_whose_they_are_and_of_others_nothing_is_read(string enterprise)
    {
        await using var world = new TestWorld();
        var party = new Party(world, new KillSwitch());

        var answer = await party.Get<TrustedParty.Events.ReplayEvents>().HandleAsync(
            new ReplayEventsRequest(1, EnterpriseId.Parse(enterprise), 1, 100), party.CallOf(world.Enterprise.Peer, TrustedPartyCatalogue.ReplayEvents, null), Ct);

        Assert.Equal(ProblemCodes.EnterpriseForeign, answer.Problem?.Code);
        Assert.Empty(world.Store.Acts);
        await party.KillAsync();
    }

    // A world of its own each time, in which nothing goes on beside the call: what is seen is what the call did, in order.
    private static async Task<IReadOnlyList<string>> SeeAsync(string endpoint, AidState state, Func<AidRecord, AidRecord, AidRecord[]> recipients)
    {
        await using var world = new TestWorld();
        var party = new Party(world, new KillSwitch());
        var named = await NamedAsync(world, state, recipients);
        var (acts, lines) = (world.Store.Acts.Count, world.Journal.Lines.Count);
        var answer = await AskAsync(party, endpoint, named);
        IReadOnlyList<string> seen = [answer, .. world.Store.Acts.Skip(acts), .. world.Journal.Lines.Skip(lines), $"leaves {world.Log.Leaves.Count}"];
        await party.KillAsync();
        return seen;
    }

    private static async Task<string> AskAsync(Party party, string endpoint, AidRecord[] named)
    {
        var later = endpoint == CreateLater ? Given.Noon.AddDays(1) : default(DateTimeOffset?);
        var request = TestWorld.Request(named, later);
        return endpoint != Check ? Sight.Of(await party.CreateAsync(request)) : Sight.Of(await party.CheckAsync(new CheckDispatchRequest(
            1, request.EnterpriseId, request.ServiceId, request.Channel, request.TemplateId, request.TemplateVersion, request.SenderId, null, [.. named.Select(n => n.Aid)])));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(AidState state, Func<AidRecord, AidRecord, AidRecord[]> recipients)
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var named = await NamedAsync(world, state, recipients);
        var answer = await party.CreateAsync(TestWorld.Request(named));
        await world.FinishedAsync(answer.Value!.DispatchId);
        var events = await party.ReplayAsync(1, 100);
        return [Sight.Of(answer), Sight.Of(await party.StateAsync(answer.Value.DispatchId)), $"leaves {world.Log.Leaves.Count}, events {events.Value!.Events.Count}"];
    }

    private static async Task<AidRecord[]> NamedAsync(TestWorld world, AidState state, Func<AidRecord, AidRecord, AidRecord[]> recipients)
    {
        var people = await world.PeopleAsync(2, i => i == 1 ? Given.Record() : Foreign(state));
        return recipients(people[0], people[1]);
    }

    private static AidRecord Foreign(AidState state) => Given.Record(9) with
    {
        EnterpriseId = Given.Shop, ExpiresAt = Given.At(Given.Noon.AddDays(state == AidState.Expired ? -1 : 80)),
        RevokedAt = state == AidState.Revoked ? Given.At(Given.Noon) : null, RevokedBy = state == AidState.Revoked ? RevokedBy.Enterprise : null,
    };
}
