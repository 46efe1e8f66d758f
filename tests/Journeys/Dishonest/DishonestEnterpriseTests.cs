using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Dishonest;

/// <summary>What an enterprise with valid credentials and no scruples gets, through the wire. After each refusal nothing new is stored.</summary>
public sealed class DishonestEnterpriseTests(DishonestSystem system) : IClassFixture<DishonestSystem>
{
    /// <summary>Ms Lin's: valid, and never given to the attacker.</summary>
    private const string GuessedImei = "867531020001018";

    private static readonly ConsentChoices Choices = new([Channel.Sms], 90, Language.Zh);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DishonestEnterprise Attacker => system.Attacker;

    private ServicePolicy Policy => Attacker.Policies.Single(policy => policy.ServiceId == RunningSystem.Parcels);

    private UnixTime Now => UnixTime.From(system.Clock.GetUtcNow());

    private Digest Text => DishonestEnterprise.HashOf(Policy, Choices);

    [Fact]
    public async Task A_guessed_IMEI_sealed_without_a_signature_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var content = JsonSerializer.SerializeToUtf8Bytes(new SealedIdContent(1, Attacker.Id, nonce, Text, Now, IdentifierType.Imei, GuessedImei), WireOptions.Strict);
        await RefusedAsync(nonce, Attacker.SealBytes(IdentifierType.Imei, content), ProblemCodes.SealedIdRefused);
    }

    [Fact]
    public async Task A_guessed_IMEI_sealed_with_an_empty_signature_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var seal = Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, content => Attacker.SignSeal(content) with { Signature = Base64Url.EncodeToString(new byte[64]) });
        await RefusedAsync(nonce, seal, ProblemCodes.SealedIdRefused);
    }

    [Fact]
    public async Task A_guessed_IMEI_sealed_with_another_enterprises_signature_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var seal = Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, system.Accomplice.SignSeal);
        await RefusedAsync(nonce, seal, ProblemCodes.SealedIdRefused);
    }

    [Fact]
    public async Task A_guessed_IMEI_with_a_signature_made_for_something_else_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var seal = Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, content => Attacker.Signer.Sign(Operations.Confirmation, content));
        await RefusedAsync(nonce, seal, ProblemCodes.SealedIdRefused);
    }

    [Fact]
    public async Task An_IMEI_that_no_operator_knows_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        await RefusedAsync(nonce, Attacker.Seal(IdentifierType.Imei, "490154203237518", nonce, Text, Now, Attacker.SignSeal), ProblemCodes.SubscriberNotRecognised);
    }

    [Fact]
    public async Task A_captured_sealed_id_of_another_enterprise_authorises_nothing()
    {
        var captured = system.Tap.Messages.First(message => message.Path == TrustedPartyCatalogue.Authorise.Route);
        var theirs = JsonSerializer.Deserialize<AuthoriseRequest>(captured.RequestBody, WireOptions.Strict)!;
        Assert.NotEqual(Attacker.Id, theirs.EnterpriseId);
        foreach (var nonce in new[] { theirs.ConsentNonce, DishonestEnterprise.NewNonce() })
            await RefusedAsync(nonce, theirs.Identifiers.First(id => Policy.Identifiers.Contains(id.Type)), ProblemCodes.SealedIdRefused);
    }

    [Fact]
    public async Task A_replayed_nonce_authorises_once()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var seal = Attacker.Seal(IdentifierType.Imei, "867531020001026", nonce, Text, Now, Attacker.SignSeal);
        var request = Attacker.Request(Policy, Choices, nonce, Now, seal);
        var first = await Attacker.CallAsync(TrustedPartyCatalogue.Authorise, request, Cancelled);
        Assert.Equal(Assurance.EnterpriseOnly, first.Value?.Assurance);
        var second = await Attacker.CallAsync(TrustedPartyCatalogue.Authorise, request, Cancelled);
        Assert.Equal(ProblemCodes.ConsentClickRefused, second.Problem?.Code); // nobody was asked: that answer is the first authorisation's
        var other = Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, Attacker.SignSeal);
        var third = await Attacker.CallAsync(TrustedPartyCatalogue.Authorise, Attacker.Request(Policy, Choices, nonce, Now, other), Cancelled);
        Assert.Equal(ProblemCodes.ConsentClickRefused, third.Problem?.Code);
        await SettledAsync(first.Value!.Aid);
    }

    [Fact]
    public async Task A_guessed_IMEI_that_hits_is_seen_by_its_person_and_reaches_no_service_that_requires_the_click()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var seal = Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, Attacker.SignSeal);
        var granted = await Attacker.CallAsync(TrustedPartyCatalogue.Authorise, Attacker.Request(Policy, Choices, nonce, Now, seal), Cancelled);
        await SettledAsync(granted.Value!.Aid);
        Assert.Equal(Assurance.Browser, Policy.RequiredAssurance);
        var sent = await system.Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(granted.Value.Aid), Cancelled);
        Assert.Equal(0, sent.Allowed);
        Assert.Equal([SendReason.AssuranceTooLow], Assert.Single(sent.Refused).Reasons);
        await AttestedAsync(granted.Value.Aid, SendOutcome.Refused);
    }

    [Fact]
    public async Task A_click_of_sixteen_minutes_ago_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var seal = Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, Attacker.SignSeal);
        await ClickAsync(nonce, seal);
        system.Clock.Move(TimeSpan.FromMinutes(16));
        try
        {
            await RefusedAsync(nonce, seal, ProblemCodes.ConsentClickRefused);
        }
        finally
        {
            system.Clock.Move(TimeSpan.FromMinutes(-16));
        }
    }

    [Fact]
    public async Task A_click_on_another_text_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        var seal = Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, Attacker.SignSeal);
        await ClickAsync(nonce, seal);
        await RefusedAsync(nonce, seal, ProblemCodes.ConsentClickRefused, Choices with { TermDays = 180 });
    }

    [Fact]
    public async Task A_click_on_other_seals_authorises_nothing()
    {
        var nonce = DishonestEnterprise.NewNonce();
        await ClickAsync(nonce, Attacker.Seal(IdentifierType.Imei, "867531020001034", nonce, Text, Now, Attacker.SignSeal));
        await RefusedAsync(nonce, Attacker.Seal(IdentifierType.Imei, GuessedImei, nonce, Text, Now, Attacker.SignSeal), ProblemCodes.ConsentClickRefused);
    }

    [Fact]
    public async Task Another_enterprises_AID_can_not_be_sent_to_and_is_answered_like_an_unknown_one()
    {
        var answers = new List<string>();
        foreach (var aid in new[] { system.Foreign, Unknown })
        {
            var check = new CheckDispatchRequest(
                1, Attacker.Id, RunningSystem.Parcels, Channel.Sms, TemplateId.Parse("parcel-arrived"), 1, SenderId.Parse(Messages.ParcelPort), null, [aid]);
            answers.Add(Said(await Attacker.CallAsync(TrustedPartyCatalogue.CheckDispatch, check, Cancelled), aid));
            var sent = await system.Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(aid), Cancelled);
            Assert.Equal(0, sent.Allowed);
            Assert.Equal([SendReason.AidUnknown], Assert.Single(sent.Refused).Reasons);
        }

        Assert.Equal(answers[1], answers[0]);
        Assert.Contains("AID_UNKNOWN", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_enterprises_AID_has_no_state_and_is_answered_like_an_unknown_one() => await AnsweredAlikeAsync(
        aid => Attacker.CallAsync(TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, Attacker.Id, [aid]), Cancelled));

    [Fact]
    public async Task Another_enterprises_AID_can_not_be_traced_and_is_answered_like_an_unknown_one() => await AnsweredAlikeAsync(
        aid => Attacker.CallAsync(TrustedPartyCatalogue.Trace, new TraceRequest(1, Attacker.Id, aid, null), Cancelled));

    [Fact]
    public async Task Another_enterprises_AID_can_not_be_revoked_and_is_answered_like_an_unknown_one()
    {
        await AnsweredAlikeAsync(aid => Attacker.CallAsync(TrustedPartyCatalogue.Revoke, new RevokeRequest(1, Attacker.Id, [aid], RevokedBy.Enterprise), Cancelled));
        var owner = await system.Qinghe.CallAsync(EnterpriseCatalogue.SubscriptionStates, new AidStatesRequest(1, system.Qinghe.EnterpriseId, [system.Foreign]), Cancelled);
        Assert.Equal(AidState.Active, owner.Aids[0].State);
    }

    [Fact]
    public async Task Acting_in_another_enterprises_name_is_refused()
    {
        var answer = await Attacker.CallAsync(TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, system.Qinghe.EnterpriseId, [system.Foreign]), Cancelled);
        Assert.Equal(ProblemCodes.EnterpriseForeign, answer.Problem?.Code);
    }

    private static Aid Unknown { get; } = Aid.FromBytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

    private async Task RefusedAsync(ConsentNonce nonce, SealedIdentifier seal, ProblemCode expected, ConsentChoices? choices = null)
    {
        var before = StoredDocuments.Of(system.TrustedParty);
        var answer = await Attacker.CallAsync(TrustedPartyCatalogue.Authorise, Attacker.Request(Policy, choices ?? Choices, nonce, Now, seal), Cancelled);
        Assert.Equal(expected, answer.Problem?.Code);
        Assert.Empty(StoredDocuments.Of(system.TrustedParty).Except(before));
    }

    /// <summary>A person is led to the trusted party's page by the attacker and confirms.</summary>
    private async Task ClickAsync(ConsentNonce nonce, SealedIdentifier seal)
    {
        var confirmation = new Confirmation(
            1, Attacker.Id, RunningSystem.Parcels, Policy.Version, Choices, Text, Digest.From(Sm3.Hash(SealedIds.ToHash([seal]))), nonce,
            new Uri(Attacker.PublicAddress, EnterpriseCatalogue.ConsentReturn.Route).ToString(), UnixTime.From(system.Clock.GetUtcNow().AddMinutes(10)));
        var signed = Attacker.Signer.Sign(Operations.Confirmation, JsonSerializer.SerializeToUtf8Bytes(confirmation, WireOptions.Strict));
        var carried = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(signed, WireOptions.Strict));
        var confirmAt = new Uri(Attacker.TrustedParty.PublicAddress!, TrustedPartyCatalogue.Confirm.Route);
        using var browser = new Browser(system.Authorities);
        var lure = new BrowserPage(Attacker.PublicAddress, 200, $"""<form action="{confirmAt}"><input type="hidden" name="confirmation" value="{carried}"></form>""");
        var asked = await browser.SubmitAsync(lure, TrustedPartyCatalogue.Confirm.Route, [], Cancelled);
        var done = await browser.SubmitAsync(asked, TrustedPartyCatalogue.ConfirmClick.Route, [("decision", "confirm")], Cancelled);
        Assert.Equal(200, done.Status);
    }

    /// <summary>Waits until the operator has told the person and that is attested. It raises nothing.</summary>
    private async Task SettledAsync(Aid aid)
    {
        await AttestedAsync(aid, SendOutcome.Delivered);
        var states = await Attacker.CallAsync(TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, Attacker.Id, [aid]), Cancelled);
        Assert.Equal(Assurance.EnterpriseOnly, states.Value?.Aids[0].Assurance);
    }

    /// <summary>Waits for an outcome of the AID in the evidence: what other tests find stored is then not of this one.</summary>
    private async Task AttestedAsync(Aid aid, SendOutcome outcome) => await Waiting.UntilAsync(
        $"{outcome} was not attested.", () => Attacker.CallAsync(TrustedPartyCatalogue.Trace, new TraceRequest(1, Attacker.Id, aid, null), Cancelled),
        answer => answer.Value?.Timeline.Any(entry => entry.Outcome == outcome) == true, Cancelled);

    private async Task AnsweredAlikeAsync<T>(Func<Aid, Task<Answer<T>>> ask)
        where T : class
    {
        var before = StoredDocuments.Of(system.TrustedParty);
        Assert.Equal(Said(await ask(Unknown), Unknown), Said(await ask(system.Foreign), system.Foreign));
        Assert.Empty(StoredDocuments.Of(system.TrustedParty).Except(before));
    }

    /// <summary>Status, code and body of an answer, the AID asked for left out.</summary>
    private static string Said<T>(Answer<T> answer, Aid aid)
        where T : class =>
        $"{answer.Status} {answer.Problem?.Code.Code} {JsonSerializer.Serialize(answer.Value, WireOptions.Tolerant)}".Replace(aid.ToString(), "AID", StringComparison.Ordinal);
}
