using System.Diagnostics;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Signing;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Calls;

public sealed class CallerTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly AidStatesRequest Question = new(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])]);

    private static readonly RevokeRequest Revocation = new(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])], RevokedBy.PersonOnPage);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_call_reaches_the_handler_and_its_answer_comes_back()
    {
        var answer = await AskAsync(world.Party.Self);
        Assert.Null(answer.Problem);
        Assert.Equal(200, answer.Status);
        Assert.Contains(world.Party.Handled.Calls, call => call.Caller.PlatId == world.First.PlatId && call.Operation == "aids/state");
    }

    [Fact]
    public async Task an_act_carries_its_author_signature_to_the_handler()
    {
        var answer = await ActAsync("key-of-an-act-0001");
        Assert.Equal(202, answer.Status);
        var call = Assert.Single(world.Party.Handled.Calls, call => call.IdempotencyKey == "key-of-an-act-0001");
        Assert.StartsWith("keyid=\"author-v1\", signature=:", call.Author);
    }

    [Fact]
    public async Task a_refusal_comes_back_by_its_code()
    {
        var request = new DispatchStateRequest(1, TestWorld.Acme, DispatchId.From("01JD0000000000000000000000"));
        var answer = await world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.DispatchState, request, null, Stop);
        Assert.Same(ProblemCodes.DispatchUnknown, answer.Problem!.Code);
    }

    [Fact]
    public async Task a_platform_that_is_away_is_unavailable()
    {
        var answer = await AskAsync(world.Party.Self with { Address = new Uri("https://localhost:1") });
        Assert.Same(ProblemCodes.Unavailable, answer.Problem!.Code);
    }

    [Fact]
    public async Task another_platform_at_the_address_is_unavailable_and_never_asked()
    {
        var before = world.Second.Handled.Count;
        var answer = await AskAsync(world.Party.Self with { Address = world.Second.Self.Address });
        Assert.Same(ProblemCodes.Unavailable, answer.Problem!.Code);
        Assert.Equal(before, world.Second.Handled.Count);
    }

    [Fact]
    public async Task a_certificate_that_is_not_the_pinned_one_is_unavailable()
    {
        var known = world.First.Directory.Known;
        known[world.Party.PlatId] = world.Party.Self with { CertificateThumbprint = new string('A', 64) };
        try
        {
            // A new client: pooled connections were proved already.
            using var clients = new PeerClients(new OwnCertificate(world.First.Certificate), world.Trust, world.First.Directory);
            await Assert.ThrowsAsync<HttpRequestException>(() => clients.Of(world.Party.PlatId).SendAsync(new HttpRequestMessage(HttpMethod.Get, world.Party.Self.Address), Stop));
        }
        finally
        {
            known[world.Party.PlatId] = world.Party.Self;
        }
    }

    [Fact]
    public async Task an_answer_under_another_secret_is_no_answer()
    {
        // A peer that knows our session no more signs under the pair secret; one that can't is not believed.
        await world.EndSessionAsync(world.First);
        var shared = world.Party.Directory.Shared;
        var own = shared[world.First.PlatId];
        shared[world.First.PlatId] = new PairSecret("pair-v1", new byte[PairSecret.Length]);
        try
        {
            Assert.Same(ProblemCodes.Unavailable, (await AskAsync(world.Party.Self)).Problem!.Code);
        }
        finally
        {
            shared[world.First.PlatId] = own;
        }

        Assert.Contains(world.First.Journal.Lines, line => line.Contains("not accepted: KeyUnknown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_is_unavailable_for_a_moment_is_tried_again_with_the_same_key()
    {
        world.Party.Services.GetRequiredService<AnswerRevocations>().Next = ProblemCodes.OperatorUnavailable;
        var answer = await ActAsync("key-of-an-act-0002");
        Assert.Equal(202, answer.Status);
        Assert.Equal(2, world.Party.Handled.Calls.Count(call => call.IdempotencyKey == "key-of-an-act-0002"));
    }

    [Fact(Timeout = Patience.Most)]
    public async Task a_second_call_with_the_key_waits_for_the_first_and_gets_its_answer()
    {
        var work = new TaskCompletionSource();
        using var _ = world.Party.Handled.Working(() => work.Task);
        var first = CallAsync("key-of-an-act-0003");
        await Patience.Until(() => world.Party.Handled.Calls.Any(call => call.IdempotencyKey == "key-of-an-act-0003"), TestContext.Current.CancellationToken);
        var second = CallAsync("key-of-an-act-0003"); // its next try waits for the clock, which stands still until the first one is answered
        await Patience.Until(() => world.Party.Journal.Lines.Any(line => line.Contains("IDEMPOTENCY_IN_PROGRESS", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        work.SetResult();
        Assert.Equal(202, (await first).Status);
        Assert.Equal(202, (await world.Time.While(second)).Status);
        Assert.Single(world.Party.Handled.Calls, call => call.IdempotencyKey == "key-of-an-act-0003");
    }

    [Theory]
    [InlineData("LOGIN_REFUSED")]
    [InlineData("REFRESH_TOKEN_INVALID")]
    [InlineData("REFRESH_RACED")]
    public async Task what_only_ends_of_a_session_say_to_each_other_is_no_answer_to_a_call(string code)
    {
        var refusal = new[] { ProblemCodes.LoginRefused, ProblemCodes.RefreshTokenInvalid, ProblemCodes.RefreshRaced }.Single(known => known.Code == code);
        using var _ = world.Party.Handled.Working(() => { world.Party.Services.GetRequiredService<AnswerRevocations>().Next = refusal; return Task.CompletedTask; });
        Assert.Same(ProblemCodes.Unavailable, (await ActAsync($"key-of-an-act-{code}")).Problem!.Code);
    }

    [Theory]
    [InlineData(PeerState.Suspended)]
    [InlineData(PeerState.Closed)]
    public async Task a_peer_that_is_suspended_or_closed_is_called_no_more(PeerState state)
    {
        var known = world.First.Directory.Known;
        var before = world.Party.Handled.Count;
        if (state == PeerState.Closed) known.Remove(world.Party.PlatId); // a directory finds no closed peer
        else known[world.Party.PlatId] = world.Party.Self with { State = state };
        try
        {
            Assert.Same(ProblemCodes.Unavailable, (await AskAsync(world.Party.Self)).Problem!.Code);
        }
        finally
        {
            known[world.Party.PlatId] = world.Party.Self;
        }

        Assert.Equal(before, world.Party.Handled.Count);
        Assert.Contains(world.First.Journal.Lines, line => line.Contains("it is suspended or closed here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_bug_in_a_handler_is_internal_and_logged_once_without_what_it_says()
    {
        using var _ = world.Party.Handled.Working(() => throw new InvalidOperationException("13912345678"));
        var answer = await AskAsync(world.Party.Self);
        Assert.Same(ProblemCodes.Internal, answer.Problem!.Code);
        Assert.Single(world.Party.Journal.Lines, line => line.Contains("aids/state failed: InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Party.Journal.Lines, line => line.Contains("13912345678", StringComparison.Ordinal));
    }

    [Fact]
    public async Task one_trace_id_goes_through_both_platforms()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        await AskAsync(world.Party.Self);
        Assert.Contains(world.Party.Handled.Calls, call => call.TraceId == activity.TraceId.ToHexString());
    }

    [Fact]
    public async Task a_key_is_given_exactly_when_the_endpoint_is_idempotent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.Revoke, Revocation, null, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.AidStates, Question, "key-of-an-act-0004", Stop));
    }

    [Fact]
    public async Task the_peers_clock_is_known_after_an_answer()
    {
        await AskAsync(world.Party.Self);
        var offset = world.First.Services.GetRequiredService<PeerClocks>().Of(world.Party.PlatId);
        Assert.InRange(offset!.Value.TotalSeconds, -1, 0); // one clock, read in whole seconds
    }

    private Task<Answer<AidStatesAnswer>> AskAsync(Peer peer) =>
        world.Time.While(world.First.Caller.CallAsync(peer, TrustedPartyCatalogue.AidStates, Question, null, Stop));

    private Task<Answer<RevokeAnswer>> ActAsync(string key) =>
        world.Time.While(CallAsync(key));

    private Task<Answer<RevokeAnswer>> CallAsync(string key) =>
        world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.Revoke, Revocation, key, Stop);
}
