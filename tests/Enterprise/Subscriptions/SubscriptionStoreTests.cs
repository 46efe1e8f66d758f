using Ascs.Contracts;
using Ascs.Enterprise.Subscriptions;
using Ascs.Enterprise.Tests.World;
using Ascs.Trust.Calls;

namespace Ascs.Enterprise.Tests.Subscriptions;

public sealed class SubscriptionStoreTests
{
    [Fact]
    public async Task a_withdrawal_heard_before_its_subscription_is_added_counts()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var store = world.Get<SubscriptionStore>();
        var subscription = Make(world, 1);
        await store.ApplyAsync(subscription.Status with { State = AidState.Revoked }, world.Ct);
        await store.AddAsync(subscription, world.Ct);
        Assert.Equal(AidState.Revoked, (await store.FindAsync(subscription.Status.Aid, world.Ct))!.Status.State);
    }

    [Fact]
    public async Task news_older_than_a_withdrawal_does_not_undo_it()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var store = world.Get<SubscriptionStore>();
        var subscription = Make(world, 1);
        await store.AddAsync(subscription, world.Ct);
        await store.ApplyAsync(subscription.Status with { State = AidState.Revoked }, world.Ct);
        await store.ApplyAsync(subscription.Status with { Assurance = Assurance.SubscriberNotice }, world.Ct);
        await store.AddAsync(subscription, world.Ct);
        Assert.Equal(AidState.Revoked, (await store.FindAsync(subscription.Status.Aid, world.Ct))!.Status.State);
    }

    [Fact]
    public async Task a_list_goes_page_by_page_in_the_order_of_consent_and_tells_expiry_by_the_clock()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var made = Enumerable.Range(1, 7).Select(i => Make(world, i)).ToArray();
        foreach (var subscription in made.Reverse())
            await world.Get<SubscriptionStore>().AddAsync(subscription, world.Ct);
        world.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(3));
        var (found, cursor) = (new List<AidStatus>(), (string?)null);
        do
        {
            var page = (await ListAsync(world, cursor, 3)).Value!;
            Assert.InRange(page.Subscriptions.Count, 1, 3);
            found.AddRange(page.Subscriptions);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal(made.Select(s => s.Status.Aid), found.Select(s => s.Aid));
        Assert.Equal(3, found.Count(s => s.State == AidState.Expired));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a00000000000000000")]
    public async Task a_cursor_that_was_not_given_out_is_refused(string cursor)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        Assert.Equal(ProblemCodes.CursorInvalid, (await ListAsync(world, cursor, 3)).Problem!.Code);
    }

    [Theory]
    [InlineData(RevokedBy.PersonOnPage, false)]
    [InlineData(RevokedBy.Operator, false)]
    [InlineData(RevokedBy.Regulator, false)]
    [InlineData(RevokedBy.PersonByContact, true)]
    [InlineData(RevokedBy.Enterprise, true)]
    public async Task a_back_office_withdraws_in_its_own_name_or_for_a_person_it_spoke_to(RevokedBy by, bool may)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var subscription = Make(world, 1);
        await world.Get<SubscriptionStore>().AddAsync(subscription, world.Ct);
        var answer = await world.Get<RevokeSubscriptions>().HandleAsync(new RevokeRequest(1, Samples.Enterprise, [subscription.Status.Aid], by), BackOffice(world, "key-0123456789abcdef"), world.Ct);
        Assert.Equal(may, answer.Problem is null);
        Assert.Equal(may ? AidState.Revoked : AidState.Active, (await world.Get<SubscriptionStore>().FindAsync(subscription.Status.Aid, world.Ct))!.Status.State);
    }

    internal static Call BackOffice(EnterpriseWorld world, string? key = null) =>
        new(world.Partners.Self with { Role = Role.BackOffice }, "test", key, "", null, world.Time.GetUtcNow(), new string('0', 32));

    internal static Subscription Make(EnterpriseWorld world, int number)
    {
        var aid = Aid.FromBytes([.. new byte[15], (byte)number]);
        var consented = world.Time.GetUtcNow().AddSeconds(number);
        return new Subscription(new AidStatus(aid, AidState.Active, Samples.Parcels, [Channel.Sms], UnixTime.From(consented.AddDays(30)), Assurance.Browser),
            AuthorisationId.From(new IdSource(world.Time).Next()), ConsentNonce.From(new byte[16]), UnixTime.From(consented));
    }

    private static Task<Answer<ListSubscriptionsAnswer>> ListAsync(EnterpriseWorld world, string? cursor, int limit) =>
        world.Get<ListSubscriptions>().HandleAsync(new ListSubscriptionsRequest(1, Samples.Parcels, cursor, limit), BackOffice(world), world.Ct);
}
