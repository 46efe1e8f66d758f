using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Authorisations;

public sealed class AuthoriseTests
{
    private static CancellationToken Ct => PartyBench.Ct;

    private static readonly Dictionary<string, (string Code, Func<PartyBench, AuthoriseRequest> Request)> Refused = new()
    {
        ["an unknown service"] = ("SERVICE_UNKNOWN", b => b.Request() with { ServiceId = ServiceId.Parse("other") }),
        ["an envelope of nothing"] = ("AGREEMENT_UNREADABLE", b => b.Request() with { Agreement = "AAAA" }),
        ["an envelope that is no base64url"] = ("AGREEMENT_UNREADABLE", b => b.Request() with { Agreement = "not base64url" }),
        ["an agreement of another showing"] = ("AGREEMENT_UNREADABLE", b => b.Request() with { ConsentNonce = ConsentNonce.From(new byte[16]) }),
        ["an agreement of another version"] = ("AGREEMENT_UNREADABLE", b => b.Request(agreement: a => a with { V = 2 })),
        ["an unknown policy version"] = ("CHOICES_NOT_OFFERED", b => b.Request(agreement: a => a with { PolicyVersion = 9 })),
        ["another term"] = ("CHOICES_NOT_OFFERED", b => b.Request(agreement: a => a with { Choices = a.Choices with { TermDays = 31 } })),
        ["no channel"] = ("AGREEMENT_UNREADABLE", b => b.Request(new ConsentChoices([], 30, Language.Zh))),
        ["channels out of order"] = ("CHOICES_NOT_OFFERED", b => b.Request(new ConsentChoices([Channel.Voice, Channel.Sms], 30, Language.Zh))),
        ["an identifier nobody was told of"] = ("CHOICES_NOT_OFFERED", b => b.Request(identifiers: [PartyBench.Identifier() with { Type = IdentifierType.Oaid }])),
        ["words added"] = ("CONSENT_TEXT_MISMATCH", b => b.Request(agreement: a => a with { Text = a.Text + "又及" })),
        ["a longer term than shown"] = ("CONSENT_TEXT_MISMATCH", b => b.Request(agreement: a => a with { Choices = a.Choices with { TermDays = 90 } })),
        ["another hash"] = ("CONSENT_TEXT_MISMATCH", b => b.Request() with { TextHash = Digest.From(new byte[32]) }),
    };

    public static TheoryData<string> Refusals() => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task a_consent_that_fails_a_check_is_refused_before_any_operator_is_asked(string what)
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var writes = bench.Store.Writes + bench.KeyDocuments.Writes;

        var answer = await bench.AuthoriseAsync(Refused[what].Request(bench));

        Assert.Equal(Refused[what].Code, answer.Problem?.Code.Code);
        Assert.Empty(bench.Caller.Calls);
        Assert.Equal(writes, bench.Store.Writes + bench.KeyDocuments.Writes);
    }

    [Fact]
    public async Task a_consent_gets_an_aid_two_leaves_a_record_and_a_notice()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var request = bench.Request(new ConsentChoices([Channel.Sms, Channel.Voice], 90, Language.En));

        var answer = (await bench.AuthoriseAsync(request)).Value!;

        Assert.Equal(bench.Time.GetUtcNow().AddDays(90), answer.ExpiresAt.ToTime());
        Assert.Equal(bench.Time.GetUtcNow(), answer.ConsentedAt.ToTime());
        Assert.Equal(Assurance.EnterpriseOnly, answer.Assurance);
        Assert.Equal([0, 1], answer.Receipt.Leaves.Select(leaf => leaf.Index));
        var record = await bench.Records.FindByAuthorisationAsync(answer.AuthorisationId, Ct);
        Assert.Equal((answer.Aid, 0, 1), (record!.Aid, record.GrantedLeaf, record.BoundLeaf));
        Assert.Equal((FakeDirectory.North, PartyBench.Tag('A'), Language.En), (record.OperatorId, record.Tag, record.Language));
        Assert.Equal([Channel.Sms, Channel.Voice], record.Offers.Select(offer => offer.Channel));
        Assert.Equal(answer.Aid, Assert.Single(bench.Notices.Enqueued));
    }

    [Fact]
    public async Task only_the_channels_ticked_are_in_the_record()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);

        var answer = (await bench.AuthoriseAsync(bench.Request(new ConsentChoices([Channel.Voice], 30, Language.Zh)))).Value!;

        Assert.Equal(Channel.Voice, Assert.Single((await bench.Records.ReadManyAsync(FakeDirectory.Meadow, [answer.Aid], Ct))[answer.Aid].Offers).Channel);
    }

    [Fact]
    public async Task nothing_in_the_main_store_tells_the_agreement_or_the_seals()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var answer = (await bench.AuthoriseAsync(bench.Request())).Value!;

        var page = await bench.Inner.RangeAsync(Containers.Ciphertext, answer.AuthorisationId.ToString(), IdRange.First, IdRange.End, 100, Ct);

        Assert.Equal(["consent", "leaf-bound", "leaf-granted"], page.Items.Select(d => d.Key.Id));
        foreach (var clear in new[] { "草原", "Meadow", "ASCS-CONSENT", answer.Aid.ToString() })
            Assert.All(page.Items, d => Assert.DoesNotContain(clear, System.Text.Encoding.UTF8.GetString(d.Body.Span), StringComparison.Ordinal));
    }

    [Fact]
    public async Task an_enterprise_can_not_authorise_for_another()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);

        var answer = await bench.Authorise().HandleAsync(bench.Request(), bench.Call(FakeDirectory.Harbour, "authorisations/authorise"), Ct);

        Assert.Equal(ProblemCodes.EnterpriseForeign, answer.Problem?.Code);
    }

    [Fact]
    public async Task the_same_key_again_is_the_same_authorisation_and_another_consent_under_it_is_refused()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var request = bench.Request();
        var first = (await bench.AuthoriseAsync(request)).Value!;
        bench.Time.Advance(TimeSpan.FromHours(3));

        var again = (await bench.AuthoriseAsync(request)).Value!;

        Assert.Equal((first.Aid, first.ConsentedAt, first.ExpiresAt), (again.Aid, again.ConsentedAt, again.ExpiresAt));
        Assert.Equal(ProblemCodes.IdempotencyKeyReused, (await bench.AuthoriseAsync(bench.Request())).Problem?.Code);
        Assert.Equal(2, (await bench.Log.CheckpointAsync(Ct)).Checkpoint.Size);
    }

    [Fact]
    public async Task one_person_gets_an_aid_of_its_own_for_every_authorisation()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);

        var one = (await bench.AuthoriseAsync(bench.Request(), "authorise-0000000001")).Value!;
        var two = (await bench.AuthoriseAsync(bench.Request(), "authorise-0000000002")).Value!;

        Assert.NotEqual(one.Aid, two.Aid);
        Assert.NotEqual(one.AuthorisationId, two.AuthorisationId);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(15 * 60, true)]
    [InlineData((15 * 60) + 1, false)]
    [InlineData(-1, false)]
    public async Task a_click_counts_for_fifteen_minutes_and_never_before_it_was_made(int ageInSeconds, bool counts)
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var request = bench.Request();
        var click = new Click(ClickKind.Confirmed, UnixTime.From(bench.Time.GetUtcNow().AddSeconds(-ageInSeconds)), request.TextHash, PartyBench.SealedIdsHash(request));
        await bench.Clicks.RecordAsync(request.EnterpriseId, request.ConsentNonce, click, Ct);

        var answer = await bench.AuthoriseAsync(request);

        Assert.Equal(counts ? Assurance.Browser : null, answer.Value?.Assurance);
        Assert.Equal(counts ? null : ProblemCodes.ConsentClickRefused, answer.Problem?.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_person_who_answers_while_the_operator_is_asked_has_answered_first(bool yes)
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var request = bench.Request();
        bench.Caller.Asked = () => bench.ClickAsync(request, yes ? ClickKind.Confirmed : ClickKind.Declined);

        var answer = await bench.AuthoriseAsync(request);

        Assert.Equal(yes ? Assurance.Browser : null, answer.Value?.Assurance);
        Assert.Equal(yes ? null : ProblemCodes.ConsentClickRefused, answer.Problem?.Code);
        Assert.Equal(yes ? 2 : 0, await bench.LogSizeAsync());
    }

    [Fact]
    public async Task a_refused_consent_leaves_the_showing_to_the_person()
    {
        using var bench = await PartyBench.StartAsync();
        var request = bench.Request();

        Assert.Equal(ProblemCodes.SubscriberNotRecognised, (await bench.AuthoriseAsync(request)).Problem?.Code);

        Assert.Null(await bench.Clicks.FindAsync(request.EnterpriseId, request.ConsentNonce, Ct));
    }

    [Fact]
    public async Task a_showing_that_nobody_answered_serves_one_authorisation()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var request = bench.Request();
        await bench.AuthoriseAsync(request, "authorise-0000000001");

        Assert.Equal(ProblemCodes.ConsentClickRefused, (await bench.AuthoriseAsync(request, "authorise-0000000002")).Problem?.Code);
    }

    [Theory]
    [InlineData("declined")]
    [InlineData("text")]
    [InlineData("seals")]
    public async Task a_click_on_something_else_refuses_the_consent(string what)
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var (request, other) = (bench.Request(), Digest.From(new byte[32]));
        var click = new Click(
            what == "declined" ? ClickKind.Declined : ClickKind.Confirmed, UnixTime.From(bench.Time.GetUtcNow()), what == "text" ? other : request.TextHash,
            what == "seals" ? other : PartyBench.SealedIdsHash(request));
        await bench.Clicks.RecordAsync(request.EnterpriseId, request.ConsentNonce, click, Ct);

        Assert.Equal(ProblemCodes.ConsentClickRefused, (await bench.AuthoriseAsync(request)).Problem?.Code);
    }
}
