using Ascs.Client;
using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Clients;

/// <summary>An enterprise's own system, by the client, against the real parties.</summary>
public sealed class ClientJourneyTests(ClientSystem system) : IClassFixture<ClientSystem>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_consents_is_written_to_and_withdraws_and_all_of_it_is_proved()
    {
        await using var services = system.Open();
        var ascs = services.GetRequiredService<AscsClient>();
        var grant = await system.ConsentAsync(ascs, Ct);
        Assert.True(grant.Assurance >= Assurance.Browser);

        Assert.Equal(1, (await ascs.CheckAsync(ClientSystem.Parcel(grant.Aid, "1-1"), Ct)).Value!.Allowed);
        var sent = (await ascs.SendAsync(ClientSystem.Parcel(grant.Aid, "7-7-7777"), Ct)).Value!;
        Assert.Equal((1, 0), (sent.Allowed, sent.Refused.Count));
        Assert.Contains("7-7-7777", await system.Phones.WaitAsync(DemoPeople.LinNumber, text => text.Contains("7-7-7777", StringComparison.Ordinal), Ct), StringComparison.Ordinal);
        var state = await Waiting.UntilAsync("The dispatch was not attested.", () => ascs.QueryAsync(sent.DispatchId, Ct), s => s.Value?.Phase == DispatchPhase.Attested, Ct);
        Assert.Equal(SendOutcome.Delivered, state.Value!.Recipients.Single().Outcome);

        var traced = (await ascs.TraceAsync(grant.Aid, ct: Ct)).Value!;
        Assert.True(traced.Proof.Holds, traced.Proof.ToText(chinese: false));
        Assert.DoesNotContain("only claimed", traced.Proof.ToText(chinese: false), StringComparison.Ordinal);
        Assert.Contains(traced.Timeline, entry => entry.Outcome == SendOutcome.Delivered);

        var page = (await ascs.EventsAsync(ct: Ct)).Value!;
        Assert.Contains(page.Events.OfType<MessageOutcome>(), e => e.Aid == grant.Aid && e.Outcome.DispatchId == sent.DispatchId && e.Outcome.Outcome == SendOutcome.Delivered);
        Assert.Equal(Enumerable.Range(1, page.Events.Count).Select(i => (long)i), page.Events.Select(e => e.Sequence));

        Assert.Equal(AidState.Revoked, (await ascs.RevokeAsync([grant.Aid], ct: Ct)).Value!.Results.Single().State);
        Assert.Equal(AidState.Revoked, (await ascs.QueryAsync([grant.Aid], Ct)).Value!.Aids.Single().State);
        var refused = (await ascs.SendAsync(ClientSystem.Parcel(grant.Aid, "2-2"), Ct)).Value!;
        Assert.Equal([SendReason.AuthorisationRevoked], refused.Refused.Single().Reasons);
    }

    [Fact]
    public async Task What_was_sent_under_a_key_is_sent_once_also_by_the_process_after_this_one()
    {
        const string Key = "order-20261123-000001";
        DispatchId first;
        Aid aid;
        await using (var services = system.Open())
        {
            var ascs = services.GetRequiredService<AscsClient>();
            aid = (await system.ConsentAsync(ascs, Ct)).Aid;
            first = (await ascs.SendAsync(ClientSystem.Parcel(aid, "5-5-5555", Key), Ct)).Value!.DispatchId;
            Assert.Equal(first, (await ascs.SendAsync(ClientSystem.Parcel(aid, "5-5-5555", Key), Ct)).Value!.DispatchId);
        }

        await using var again = system.Open();
        var next = again.GetRequiredService<AscsClient>();
        Assert.Equal(first, (await next.SendAsync(ClientSystem.Parcel(aid, "5-5-5555", Key), Ct)).Value!.DispatchId);
        Assert.Equal(ProblemCodes.IdempotencyKeyReused, (await next.SendAsync(ClientSystem.Parcel(aid, "6-6-6666", Key), Ct)).Problem!.Code);
        await Waiting.UntilAsync("The dispatch was not attested.", () => next.QueryAsync(first, Ct), s => s.Value?.Phase == DispatchPhase.Attested, Ct);
        Assert.Single(await system.Phones.InboxAsync(DemoPeople.LinNumber, Ct), message => message.Text.Contains("5-5-5555", StringComparison.Ordinal));
        Assert.DoesNotContain(await system.Phones.InboxAsync(DemoPeople.LinNumber, Ct), message => message.Text.Contains("6-6-6666", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_consent_without_its_persons_click_is_the_enterprises_word_alone_and_is_asked_for_once()
    {
        await using var services = system.Open();
        var ascs = services.GetRequiredService<AscsClient>();
        var order = ClientSystem.LinsConsent("paper-20261123-000001");
        var grant = (await ascs.ConsentAsync(order, Ct)).Value!;
        Assert.Equal(Assurance.EnterpriseOnly, grant.Assurance);
        Assert.Equal(grant.Aid, (await ascs.ConsentAsync(order, Ct)).Value!.Aid);
        var sent = (await ascs.SendAsync(ClientSystem.Parcel(grant.Aid, "3-3"), Ct)).Value!;
        Assert.Equal([SendReason.AssuranceTooLow], sent.Refused.Single().Reasons);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(3)]
    public async Task A_clock_that_is_minutes_ahead_follows_the_trusted_partys(int minutes)
    {
        var clock = new Systems.ShiftedClock();
        clock.Move(TimeSpan.FromMinutes(minutes));
        await using var services = system.Open(clock);
        Assert.NotNull((await services.GetRequiredService<AscsClient>().ConsentAsync(ClientSystem.LinsConsent(), Ct)).Value);
    }

    [Fact]
    public async Task A_clock_that_is_minutes_behind_follows_the_trusted_partys()
    {
        system.Clock.Move(TimeSpan.FromMinutes(20)); // the others', for the sample's certificates are minutes old
        try
        {
            await using var services = system.Open();
            Assert.NotNull((await services.GetRequiredService<AscsClient>().ConsentAsync(ClientSystem.LinsConsent(), Ct)).Value);
        }
        finally
        {
            system.Clock.Move(TimeSpan.FromMinutes(-20));
        }
    }

    [Fact]
    public async Task A_clock_that_is_hours_off_is_an_error_that_says_so()
    {
        var clock = new Systems.ShiftedClock();
        clock.Move(TimeSpan.FromHours(2));
        await using var services = system.Open(clock);
        Assert.Equal(ProblemCodes.ClockSkew, (await services.GetRequiredService<AscsClient>().QueryAsync([Aid.FromBytes(new byte[16])], Ct)).Problem!.Code);
    }

    [Fact]
    public async Task What_a_policy_does_not_offer_is_never_asked_for()
    {
        await using var services = system.Open();
        var ascs = services.GetRequiredService<AscsClient>();
        var order = ClientSystem.LinsConsent();
        Assert.Equal(ProblemCodes.ServiceUnknown, (await ascs.ConsentAsync(order with { Service = ServiceId.Parse("visit-reminder") }, Ct)).Problem!.Code);
        Assert.Equal(ProblemCodes.ChoicesNotOffered, (await ascs.ConsentAsync(order with { Choices = order.Choices with { TermDays = 31 } }, Ct)).Problem!.Code);
        Assert.Equal(ProblemCodes.ChoicesNotOffered, (await ascs.ConsentAsync(order with { Identifiers = [new(IdentifierType.Idfa, "x")] }, Ct)).Problem!.Code);
        Assert.Null(ascs.ReadConfirmation("bm9uc2Vuc2U"));
    }

    [Fact]
    public async Task The_sample_program_sends_a_message()
    {
        Aid aid;
        await using (var services = system.Open())
            aid = (await system.ConsentAsync(services.GetRequiredService<AscsClient>(), Ct)).Aid;
        var program = Path.Combine(AppContext.BaseDirectory, "Ascs.Client.Samples.Send.dll");
        Assert.StartsWith("Delivered, record ", await Dotnet.RunAsync(["exec", program, system.Folder, aid.ToString()], [], Ct), StringComparison.Ordinal);
        await system.Phones.WaitAsync(DemoPeople.LinNumber, text => text.Contains("HY20261123", StringComparison.Ordinal), Ct);
        var (refused, reason) = await Dotnet.TryAsync(["exec", program, system.Folder, DemoPeople.DeviceIds[0]], [], Ct);
        Assert.Equal(1, refused);
        Assert.Contains("refused: AssuranceTooLow", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_folder_is_told_so_in_a_sentence()
    {
        await using var services = system.Open();
        Assert.NotNull(services.GetRequiredService<AscsClient>());
        Assert.Contains(system.Folder, Assert.Throws<AscsFolderException>(() => system.Open()).Message, StringComparison.Ordinal);
        Assert.Throws<AscsFolderException>(() => new ServiceCollection().AddAscs(new AscsOptions { Folder = system.Sample.Party("operator-a").Root }));
    }
}
