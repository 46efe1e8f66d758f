using System.Net;
using System.Text.RegularExpressions;
using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Tests.World;

namespace Ascs.Enterprise.Tests.Authorising;

/// <summary>Reloads, second tabs, lost answers and a host that dies at any write: one consent is one authorisation.</summary>
public sealed class ConvergingTests
{
    [Fact]
    public async Task a_result_posted_twice_shows_the_same_page_and_calls_once()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var result = world.ThirdParty.Result(await visit.PrepareAsync());
        await visit.ReturnAsync(result);
        var (page, code) = (visit.Page, Code(visit));
        await visit.ReturnAsync(result);
        Assert.Equal(page, visit.Page);
        Assert.Equal(code, Code(visit));
        Assert.Single(world.ThirdParty.Calls);
    }

    [Fact]
    public async Task ten_posts_at_once_end_in_one_authorisation()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        var result = world.ThirdParty.Result(asked);
        await Parallel.ForAsync(0, 10, world.Ct, async (_, _) =>
        {
            using var tab = world.Visit();
            await tab.ReturnAsync(result);
            Assert.Equal(200, (int)tab.Status);
        });
        await visit.ReturnAsync(result);
        Assert.Equal(200, (int)visit.Status);
        Assert.Single(world.ThirdParty.Agreements);
        Assert.Single((await ReturnTests.RecordAsync(world, asked)).Steps, s => s.State == ConsentState.Authorised);
    }

    [Theory]
    [InlineData("OPERATOR_UNAVAILABLE")]
    [InlineData("IDEMPOTENCY_IN_PROGRESS")]
    [InlineData("TOO_MANY_REQUESTS")]
    [InlineData("TIMESTAMP_OUT_OF_RANGE")]
    public async Task what_may_pass_is_tried_again_with_the_same_bytes(string code)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        world.ThirdParty.Refusals.Enqueue(ProblemCodes.Find(code)!);
        await visit.ReturnAsync(world.ThirdParty.Result(await visit.PrepareAsync()));
        Assert.Equal(503, (int)visit.Status);
        await visit.PostAsync("/consent/return", visit.Hidden("/consent/return"));
        Assert.Equal(200, (int)visit.Status);
        Assert.Equal(2, world.ThirdParty.Calls.Count);
        Assert.Equal(world.ThirdParty.Calls[0], world.ThirdParty.Calls[1]);
    }

    [Fact]
    public async Task an_answer_that_got_lost_is_fetched_again_and_not_authorised_twice()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        world.ThirdParty.LosesAnswer = true;
        var result = world.ThirdParty.Result(await visit.PrepareAsync());
        await visit.ReturnAsync(result);
        Assert.Equal(503, (int)visit.Status);
        await visit.ReturnAsync(result);
        Assert.Equal(200, (int)visit.Status);
        Assert.Single(world.ThirdParty.Agreements);
    }

    [Fact]
    public async Task a_host_that_dies_at_any_write_converges_on_one_authorisation_byte_for_byte()
    {
        var writes = await WritesOfReturnAsync();
        Assert.InRange(writes, 6, 20);
        for (var at = 1; at <= 2 * writes; at++)
        {
            await using var world = await EnterpriseWorld.StartAsync();
            using var visit = world.Visit();
            var asked = await visit.PrepareAsync();
            var result = world.ThirdParty.Result(asked);
            world.Store.DieAt = (2 * world.Store.Commits) + at;
            await visit.ReturnAsync(result);
            Assert.Equal(HttpStatusCode.InternalServerError, visit.Status);
            await visit.ReturnAsync(result);
            Assert.True(visit.Status == HttpStatusCode.OK, $"died at {at}: {visit.Status}");
            Assert.Single(world.ThirdParty.Agreements);
            Assert.Single(world.ThirdParty.Calls.Select(c => c.Body).Distinct());
            await visit.OpenAsync("/subscriptions");
            Assert.Single(Regex.Matches(visit.Page, "<article"));
        }
    }

    [Fact]
    public async Task of_two_showings_of_one_session_the_first_that_is_confirmed_counts()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var first = await visit.PrepareAsync();
        await visit.OpenAsync("/consent");
        await visit.SubmitAsync("/consent", ("decision", "agree"), ("channel", "SMS"), ("term", "180"));
        var second = visit.Carried();
        await visit.ReturnAsync(world.ThirdParty.Result(second));
        Assert.Equal(200, (int)visit.Status);
        await visit.ReturnAsync(world.ThirdParty.Result(first));
        Assert.Equal(409, (int)visit.Status);
        Assert.Single(world.ThirdParty.Calls);
        await visit.OpenAsync("/consent");
        Assert.Contains("My subscriptions", visit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUBSCRIBER_NOT_RECOGNISED", "No operator recognised", "没有运营商识别出")]
    [InlineData("AMBIGUOUS_HOME", "More than one operator", "不止一家运营商")]
    [InlineData("IDENTIFIERS_DISAGREE", "different people", "不同的用户")]
    [InlineData("CONSENT_CLICK_REFUSED", "15 minutes", "15分钟")]
    [InlineData("SEALED_ID_REFUSED", "did not accept the encrypted identifier", "没有接受加密的设备标识")]
    [InlineData("CHOICES_NOT_OFFERED", "choose again", "请重新选择")]
    [InlineData("CONSENT_TEXT_MISMATCH", "words have just changed", "协议文字刚刚有更新")]
    [InlineData("SERVICE_UNKNOWN", "no longer offered", "已停办")]
    [InlineData("AGREEMENT_UNREADABLE", "did not accept this consent", "没有受理")]
    public async Task a_refusal_for_good_is_explained_and_not_asked_again(string code, string en, string zh)
    {
        foreach (var (language, words) in new[] { ("en", en), ("zh", zh) })
        {
            await using var world = await EnterpriseWorld.StartAsync();
            using var visit = world.Visit(language);
            world.ThirdParty.Refusals.Enqueue(ProblemCodes.Find(code)!);
            var asked = await visit.PrepareAsync();
            await visit.ReturnAsync(world.ThirdParty.Result(asked));
            await visit.ReturnAsync(world.ThirdParty.Result(asked));
            Assert.Equal(422, (int)visit.Status);
            Assert.Contains(words, visit.Text, StringComparison.Ordinal);
            Assert.Single(world.ThirdParty.Calls);
            Assert.Equal((ConsentState.Refused, code), ((await ReturnTests.RecordAsync(world, asked)).Steps[^1].State, (await ReturnTests.RecordAsync(world, asked)).Steps[^1].Code));
        }
    }

    internal static string? Code(Visit visit) => Regex.Match(visit.Page, "<code>([0-9A-Z-]+)</code>") is { Success: true } match ? match.Groups[1].Value : null;

    private static async Task<int> WritesOfReturnAsync()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var result = world.ThirdParty.Result(await visit.PrepareAsync());
        var before = world.Store.Commits;
        await visit.ReturnAsync(result);
        return world.Store.Commits - before;
    }
}
