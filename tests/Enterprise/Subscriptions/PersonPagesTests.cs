using System.Text.RegularExpressions;
using Ascs.Contracts;
using Ascs.Enterprise.Authorising;
using Ascs.Enterprise.Subscriptions;
using Ascs.Enterprise.Tests.Authorising;
using Ascs.Enterprise.Tests.World;

namespace Ascs.Enterprise.Tests.Subscriptions;

/// <summary>"My subscriptions" (ISC-6.1.1.5, 6.1.1.6).</summary>
public sealed class PersonPagesTests
{
    [Fact]
    public async Task a_browser_sees_what_it_subscribed_to_and_another_sees_nothing()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var mine = world.Visit();
        using var theirs = world.Visit();
        await mine.ConsentAsync();
        await mine.ConsentAsync(Samples.Offers);
        await mine.OpenAsync("/subscriptions");
        Assert.Equal(2, Regex.Count(mine.Page, "<article"));
        await theirs.OpenAsync("/subscriptions");
        Assert.Equal(0, Regex.Count(theirs.Page, "<article"));
    }

    [Fact]
    public async Task a_manage_code_opens_its_subscription_elsewhere_however_it_is_typed()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var first = world.Visit();
        await first.ConsentAsync();
        var code = ConvergingTests.Code(first)!;
        foreach (var typed in new[] { code, code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), $" {code.Replace('-', ' ')} ", code.Replace('0', 'o').Replace('1', 'l') })
        {
            using var other = world.Visit();
            await OpenAsync(other, typed);
            Assert.Equal(200, (int)other.Status);
            Assert.Equal(1, Regex.Count(other.Page, "<article"));
        }
    }

    [Fact]
    public async Task only_the_hash_of_a_code_is_kept_and_the_code_is_shown_for_ten_minutes()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var result = world.ThirdParty.Result(await visit.PrepareAsync());
        await visit.ReturnAsync(result);
        var code = ConvergingTests.Code(visit)!;
        Assert.DoesNotContain(code, world.Store.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), world.Store.Written, StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await visit.ReturnAsync(result);
        Assert.Equal(200, (int)visit.Status);
        Assert.Null(ConvergingTests.Code(visit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABCDE")]
    [InlineData("AAAAA-AAAAA-AAAAA-AAAAA")]
    [InlineData("UUUUU-UUUUU-UUUUU-UUUUU")]
    [InlineData("../../consent/record/xx-x")]
    public async Task a_code_that_is_none_opens_nothing(string typed)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await OpenAsync(visit, typed);
        Assert.Equal(422, (int)visit.Status);
        Assert.Contains("aria-invalid=\"true\"", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task after_ten_tries_even_the_right_code_has_to_wait_whoever_asks()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var owner = world.Visit();
        await owner.ConsentAsync();
        var code = ConvergingTests.Code(owner)!;
        for (var i = 0; i < CodeTries.Allowed; i++)
        {
            using var guesser = world.Visit();
            await OpenAsync(guesser, "AAAAA-AAAAA-AAAAA-AAAA" + i);
            Assert.Equal(422, (int)guesser.Status);
        }

        using var late = world.Visit();
        await OpenAsync(late, code);
        Assert.Equal(429, (int)late.Status);
        Assert.Equal(0, Regex.Count(late.Page, "<article"));
        world.Time.Advance(CodeTries.Window);
        await OpenAsync(late, code);
        Assert.Equal(200, (int)late.Status);
    }

    [Fact]
    public async Task tries_side_by_side_are_counted_one_by_one()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var statuses = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Parallel.ForAsync(0, 2 * CodeTries.Allowed, world.Ct, async (_, _) =>
        {
            using var guesser = world.Visit();
            await OpenAsync(guesser, "AAAAA-AAAAA-AAAAA-AAAAA");
            statuses.Add((int)guesser.Status);
        });
        Assert.Equal(CodeTries.Allowed, statuses.Count(s => s == 422));
        Assert.Equal(CodeTries.Allowed, statuses.Count(s => s == 429));
    }

    [Fact]
    public async Task a_code_ends_with_its_term()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var owner = world.Visit();
        await owner.ConsentAsync();
        var code = ConvergingTests.Code(owner)!;
        world.Time.Advance(TimeSpan.FromDays(30));
        using var other = world.Visit();
        await OpenAsync(other, code);
        Assert.Equal(422, (int)other.Status);
        await owner.OpenAsync("/subscriptions");
        Assert.Contains("Ended", owner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/subscriptions/cancel", owner.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task cancelling_asks_first_then_tells_the_trusted_party_at_once()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.ConsentAsync();
        await visit.OpenAsync("/subscriptions");
        await visit.SubmitAsync("/subscriptions/cancel");
        Assert.DoesNotContain(world.ThirdParty.Calls, c => c.Name == "authorisations/revoke");
        await visit.SubmitAsync("/subscriptions/cancel", ("sure", "yes"));
        Assert.Contains("Nothing more goes out", visit.Text, StringComparison.Ordinal);
        var call = world.ThirdParty.Calls.Single(c => c.Name == "authorisations/revoke");
        Assert.Equal("withdraw-" + asked.ConsentNonce, call.Key);
        Assert.Contains("\"by\":\"PERSON_ON_PAGE\"", call.Body, StringComparison.Ordinal);
        await visit.OpenAsync("/subscriptions");
        Assert.Contains("Cancelled", visit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/subscriptions/cancel", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task messages_already_handed_over_and_an_operator_that_is_away_are_told()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.ConsentAsync();
        var end = UnixTime.From(world.Time.GetUtcNow().AddMilliseconds(32_001));
        world.ThirdParty.Revoke = r => Answer<RevokeAnswer>.Accepted(new RevokeAnswer(1, [new RevokeResult(r.Aids[0], AidState.Revoked, false, 2)], end));
        await visit.OpenAsync("/subscriptions");
        await visit.SubmitAsync("/subscriptions/cancel");
        await visit.SubmitAsync("/subscriptions/cancel", ("sure", "yes"));
        Assert.Contains("Nothing goes out after 10:00:33 on 22 November 2026", visit.Text, StringComparison.Ordinal);
        Assert.Contains("2 message(s) had been handed", visit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_trusted_party_that_is_away_leaves_the_subscription_as_it_was_and_says_so()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.ConsentAsync();
        await visit.OpenAsync("/subscriptions");
        await visit.SubmitAsync("/subscriptions/cancel");
        world.ThirdParty.Refusals.Enqueue(ProblemCodes.Unavailable);
        await visit.SubmitAsync("/subscriptions/cancel", ("sure", "yes"));
        Assert.Equal(503, (int)visit.Status);
        Assert.Contains("Not cancelled yet", visit.Text, StringComparison.Ordinal);
        await visit.SubmitAsync("/subscriptions/cancel", ("sure", "yes"));
        Assert.Equal(200, (int)visit.Status);
        Assert.Single(world.ThirdParty.Calls.Where(c => c.Name == "authorisations/revoke").Select(c => (c.Key, c.Body)).Distinct());
    }

    [Fact]
    public async Task somebody_elses_subscription_can_not_be_cancelled()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var owner = world.Visit();
        using var other = world.Visit();
        var asked = await owner.ConsentAsync();
        await other.OpenAsync("/subscriptions");
        var token = other.Hidden("/subscriptions").Single(f => f.Name == "form");
        foreach (var reference in new[] { asked.ConsentNonce.ToString(), "", "../record" })
        {
            await other.PostAsync("/subscriptions/cancel", [token, ("subscription", reference), ("sure", "yes")]);
            Assert.Equal(404, (int)other.Status);
        }

        Assert.DoesNotContain(world.ThirdParty.Calls, c => c.Name == "authorisations/revoke");
    }

    [Fact]
    public void codes_have_a_hundred_random_bits()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => ManageCode.New()).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$", code));
        Assert.Equal(32, codes.SelectMany(c => c).Where(c => c != '-').Distinct().Count());
    }

    private static async Task OpenAsync(Visit visit, string code)
    {
        await visit.OpenAsync("/subscriptions");
        await visit.SubmitAsync("/subscriptions", ("code", code));
    }
}
