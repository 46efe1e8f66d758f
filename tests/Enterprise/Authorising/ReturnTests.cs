using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Subscriptions;
using Ascs.Enterprise.Tests.Consent;
using Ascs.Enterprise.Tests.World;

namespace Ascs.Enterprise.Tests.Authorising;

/// <summary>Back from the trusted party: what counts, what converges, what is refused.</summary>
public sealed class ReturnTests
{
    [Fact]
    public async Task a_confirmed_consent_becomes_a_subscription_and_the_page_says_what_was_agreed()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.ConsentAsync();
        Assert.Equal(200, (int)visit.Status);
        foreach (var words in new[] { "All set", "Parcel notices", "SMS", "22 December 2026", "reply R, TD or STOP", "manage code", "Evidence #1" })
            Assert.Contains(words, visit.Text, StringComparison.Ordinal);
        var record = await RecordAsync(world, asked);
        Assert.Equal([ConsentState.Prepared, ConsentState.Confirmed, ConsentState.Authorised], record.Steps.Select(s => s.State));
        var subscription = await world.Get<SubscriptionStore>().FindAsync(record.Grant!.Aid, world.Ct);
        Assert.Equal((AidState.Active, Samples.Parcels, asked.ConsentNonce), (subscription!.Status.State, subscription.Status.ServiceId!.Value, subscription.ConsentNonce));
    }

    [Fact]
    public async Task the_trusted_party_gets_the_exact_words_encrypted_and_the_seals_that_were_confirmed()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.ConsentAsync();
        var record = await RecordAsync(world, asked);
        var agreement = Assert.Single(world.ThirdParty.Agreements);
        Assert.Equal((record.Text, 2, record.SubmittedAt), (agreement.Text, agreement.PolicyVersion, agreement.SubmittedAt));
        Assert.Equal(("authorisations/authorise", "consent-" + asked.ConsentNonce), (world.ThirdParty.Calls.Single().Name, world.ThirdParty.Calls.Single().Key));
        Assert.DoesNotContain("包裹", world.ThirdParty.Calls.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task once_done_the_identifiers_are_gone_sealed_ones_too()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.ConsentAsync();
        Assert.Null((await SessionTests.SessionAsync(world, visit))!.Device);
        Assert.Null((await RecordAsync(world, asked)).Identifiers);
        Assert.Null(await world.Store.ReadAsync(Ascs.Storage.Containers.Work, new(ConsentRecords.PartitionOf(asked.ConsentNonce), "request"), world.Ct));
    }

    [Fact]
    public async Task a_result_changed_anywhere_is_refused()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var result = world.ThirdParty.Result(await visit.PrepareAsync());
        for (var i = 0; i < result.Length; i += 7)
        {
            await visit.ReturnAsync(result[..i] + (result[i] == 'A' ? 'B' : 'A') + result[(i + 1)..]);
            Assert.Equal(400, (int)visit.Status);
        }

        Assert.Empty(world.ThirdParty.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64url!")]
    [InlineData("bnVsbA")]
    [InlineData("e30")]
    public async Task a_result_that_is_none_is_refused(string result)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.PrepareAsync();
        await visit.ReturnAsync(result);
        Assert.Equal(400, (int)visit.Status);
    }

    [Fact]
    public async Task a_result_of_another_signer_use_or_enterprise_is_refused()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        string[] foreign =
        [
            world.ThirdParty.Result(asked, signer: world.Partners.Self.PlatId),
            world.ThirdParty.Result(asked, signer: world.Partners.First.PlatId),
            world.ThirdParty.Result(asked, operation: Operations.Confirmation),
            world.ThirdParty.Result(asked, change: r => r with { EnterpriseId = EnterpriseId.Parse("qinghe-clinic") }),
            world.ThirdParty.Result(asked, change: r => r with { V = 2 }),
        ];
        foreach (var result in foreign)
        {
            await visit.ReturnAsync(result);
            Assert.Equal(400, (int)visit.Status);
        }

        Assert.Empty(world.ThirdParty.Calls);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task a_return_from_elsewhere_is_refused(string? origin)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        await visit.ReturnAsync(world.ThirdParty.Result(asked), origin);
        Assert.Equal(403, (int)visit.Status);
        Assert.Empty(world.ThirdParty.Calls);
    }

    [Fact]
    public async Task a_result_for_a_showing_that_never_was_is_over()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        await visit.ReturnAsync(world.ThirdParty.Result(asked with { ConsentNonce = ConsentNonce.From(new byte[16]) }));
        Assert.Equal(410, (int)visit.Status);
    }

    [Theory]
    [InlineData(-2, 0, true, "before the person submitted")]
    [InlineData(0, 0, false, "at once")]
    [InlineData(11, 11, false, "at the last moment and the skew of clocks")]
    [InlineData(12, 12, true, "after the confirmation's end")]
    [InlineData(5, 20, false, "brought back within fifteen minutes")]
    [InlineData(4, 20, true, "brought back too late")]
    [InlineData(9, 7, true, "from the future")]
    public async Task a_click_counts_in_its_time_only(int clickedAfter, int broughtAfter, bool isOver, string why)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        var at = UnixTime.From(world.Time.GetUtcNow().AddMinutes(clickedAfter));
        world.Time.Advance(TimeSpan.FromMinutes(broughtAfter));
        await visit.ReturnAsync(world.ThirdParty.Result(asked, change: r => r with { At = at }));
        Assert.True((visit.Status == System.Net.HttpStatusCode.Gone) == isOver, why);
        Assert.Equal(isOver ? 0 : 1, world.ThirdParty.Calls.Count);
    }

    [Fact]
    public async Task a_person_who_declines_is_not_subscribed_and_what_was_held_is_forgotten()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        await visit.ReturnAsync(world.ThirdParty.Result(asked, confirmed: false));
        Assert.Equal(200, (int)visit.Status);
        Assert.Contains("nothing was switched on", visit.Text, StringComparison.Ordinal);
        Assert.Null(await SessionTests.SessionAsync(world, visit));
        Assert.Null((await RecordAsync(world, asked)).Identifiers);
        await visit.ReturnAsync(world.ThirdParty.Result(asked));
        Assert.Contains("nothing was switched on", visit.Text, StringComparison.Ordinal);
        Assert.Empty(world.ThirdParty.Calls);
    }

    [Fact]
    public async Task a_consent_that_never_comes_back_authorises_nothing()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.PrepareAsync();
        world.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(world.ThirdParty.Calls);
    }

    internal static async Task<ConsentRecord> RecordAsync(EnterpriseWorld world, Confirmation asked) =>
        (await world.Get<ConsentRecords>().FindAsync(asked.ConsentNonce, world.Ct))!.Value;
}
