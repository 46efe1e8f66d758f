using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Tests.World;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Dispatches;

public class CreateDispatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_aid_twice_refuses_the_whole_request()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        Assert.Equal(ProblemCodes.DuplicateAids, (await party.CreateAsync(TestWorld.Request([people[0], people[0]]))).Problem!.Code);
        Assert.Empty(world.North.Calls);
    }

    [Fact]
    public async Task Refused_aids_are_listed_with_every_reason_and_the_allowed_go_on()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(4, i => i switch
        {
            2 => Record(2) with { RevokedAt = At(Noon), Assurance = Assurance.EnterpriseOnly },
            3 => Record(3) with { EnterpriseId = Shop },
            _ => Record(i),
        });
        world.Services.Bank = Policy(required: Assurance.Browser);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request([.. people, Record(99)]))).Value!;
        Assert.Equal(2, answer.Allowed);
        Assert.Equal(
            [(people[1].Aid, "AuthorisationRevoked,AssuranceTooLow"), (people[2].Aid, "AidUnknown"), (Record(99).Aid, "AidUnknown")],
            answer.Refused.Select(r => (r.Aid, string.Join(',', r.Reasons))));

        await world.FinishedAsync(answer.DispatchId);
        Assert.Equal(2, world.North.HandedOver.Count);
        Assert.Equal(3, world.Log.Leaves.Count); // the refusal of a known AID is attested, of unknown and foreign ones nothing is
        var states = (await party.StateAsync(answer.DispatchId)).Value!.Recipients;
        Assert.Equal([true, true, false, true, false], states.Select(s => s.LeafIndex is not null));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "service", "SERVICE_UNKNOWN" }, { "template", "TEMPLATE_UNKNOWN" }, { "version", "TEMPLATE_UNKNOWN" }, { "channel", "TEMPLATE_UNKNOWN" },
        { "past", "NOT_BEFORE_INVALID" }, { "far", "NOT_BEFORE_INVALID" }, { "unwrapped", "CONTENT_KEY_INVALID" }, { "enterprise", "ENTERPRISE_FOREIGN" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_request_that_breaks_a_rule_is_refused_whole_and_counts_nothing(string what, string code)
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1, i => Record(i, home: South));
        var party = await world.StartAsync();
        var good = TestWorld.Request(people);
        var key = good.ContentKey;
        var bad = what switch
        {
            "service" => good with { ServiceId = ServiceId.Parse("others") },
            "template" => good with { TemplateId = TemplateId.Parse("others") },
            "version" => good with { TemplateVersion = 2 },
            "channel" => good with { Channel = Channel.Voice },
            "past" => good with { NotBefore = At(Noon.AddMinutes(-1)) },
            "far" => good with { NotBefore = At(Noon.AddDays(30).AddMinutes(1)) },
            "unwrapped" => good with { ContentKey = key with { Wraps = new Dictionary<OperatorId, string> { [North] = TestWorld.Text(113) } } },
            _ => good with { EnterpriseId = Shop },
        };
        Assert.Equal(code, (await party.CreateAsync(bad)).Problem!.Code.Code);
        Assert.Null(await world.Store.ReadAsync(Containers.Heads, DispatchDocuments.UsageOf(people[0].Tag), Ct));
        Assert.NotNull((await party.CreateAsync(good)).Value); // the control: nothing else was wrong with it
    }

    [Fact]
    public async Task The_same_key_again_gets_the_first_answer_and_sends_nothing_again()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(2, i => i == 2 ? Record(2) with { RevokedAt = At(Noon) } : Record(i));
        var party = await world.StartAsync();
        var first = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.FinishedAsync(first.DispatchId);
        world.Time.Advance(TimeSpan.FromHours(7)); // outside the hours by now
        var again = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        Assert.Equal((first.DispatchId, 1, 1), (again.DispatchId, again.Allowed, again.Refused.Count));
        await world.PumpAsync(TimeSpan.FromSeconds(1));
        Assert.Single(world.North.HandedOver);
        Assert.Equal(2, world.Log.Leaves.Count);
        Assert.Single((await world.UsageAsync(people[0].Tag)).Entries);
    }

    [Fact]
    public async Task Caps_hold_over_dispatches_and_over_several_aids_of_one_person()
    {
        await using var world = new TestWorld();
        var aids = await world.PeopleAsync(3, i => Record(i, tag: 1)); // three authorisations of one person, promised two a day
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(aids))).Value!;
        Assert.Equal(aids[2].Aid, Assert.Single(answer.Refused).Aid);
        Assert.Equal([SendReason.DailyCapReached], answer.Refused[0].Reasons);
        var next = (await party.CreateAsync(TestWorld.Request(aids.Take(1)), "key-0000000000000002")).Value!;
        Assert.Equal([SendReason.DailyCapReached], Assert.Single(next.Refused).Reasons);
    }

    [Fact]
    public async Task Dispatches_at_the_same_time_do_not_break_a_cap()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => party.CreateAsync(TestWorld.Request(people), $"key-{i:D16}"))));
        Assert.Equal(2, answers.Sum(a => a.Value!.Allowed));
        Assert.Equal(2, (await world.UsageAsync(people[0].Tag)).Entries.Count(e => e.Counted));
    }

    [Fact]
    public async Task Nothing_is_taken_on_when_there_is_no_room()
    {
        await using var world = new TestWorld { Options = new DispatchOptions { MostRecipientsAtWork = 1 } };
        world.North.IsAway = true;
        var people = await world.PeopleAsync(2);
        var party = await world.StartAsync();
        Assert.NotNull((await party.CreateAsync(TestWorld.Request(people.Take(1)))).Value);
        await world.UntilAsync(() => !party.Get<Ascs.TrustedParty.Workflow.IWorkflowRunner>().HasRoom, "it is at work");
        Assert.Equal(ProblemCodes.TooManyRequests, (await party.CreateAsync(TestWorld.Request(people.Skip(1)), "key-0000000000000002")).Problem!.Code);
    }

    [Fact]
    public async Task An_enterprise_sends_to_so_many_aids_a_day_and_a_repeated_request_is_not_counted_again()
    {
        await using var world = new TestWorld { Limits = new() { AidsPerDay = 3 } };
        var people = await world.PeopleAsync(4);
        var party = await world.StartAsync();
        for (var i = 0; i < 3; i++) Assert.NotNull((await party.CreateAsync(TestWorld.Request(people.Take(2)), "key-0000000000000001")).Value);
        var refused = (await party.CreateAsync(TestWorld.Request(people.Skip(2)), "key-0000000000000002")).Problem!;
        Assert.Equal(ProblemCodes.QuotaExceeded, refused.Code);
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromTicks(1), TimeSpan.FromDays(1));
        Assert.NotNull((await party.CreateAsync(TestWorld.Request(people.Skip(3)), "key-0000000000000002")).Value); // the key of a refused act is as new
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_leaves_no_trace()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(4, i => i == 2 ? Record(2) with { RevokedAt = At(Noon) } : Record(i, tag: 1));
        var party = await world.StartAsync();
        var request = TestWorld.Request([.. people, Record(99)]);
        await world.AtWorkAsync();
        var acts = party.Kill.Acts;
        var check = (await party.CheckAsync(new CheckDispatchRequest(
            1, Bank, Offers, Channel.Sms, request.TemplateId, 1, Port, null, [.. request.Recipients.Select(r => r.Aid)]))).Value!;
        Assert.Equal(acts, party.Kill.Acts); // no write, no call
        var real = (await party.CreateAsync(request)).Value!;
        Assert.Equal(real.Allowed, check.Allowed);
        Assert.Equal(real.Refused.Select(r => (r.Aid, string.Join(',', r.Reasons))), check.Refused.Select(r => (r.Aid, string.Join(',', r.Reasons))));
    }

    [Fact]
    public async Task A_foreign_dispatch_looks_like_an_unknown_one()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(await world.PeopleAsync(1)))).Value!;
        var shop = new FakeEnterprise(Shop).Peer;
        Assert.Equal(ProblemCodes.DispatchUnknown, (await party.StateAsync(answer.DispatchId, shop)).Problem!.Code);
        Assert.Equal(ProblemCodes.DispatchUnknown, (await party.StateAsync(DispatchId.From(Base32.Encode128(77)))).Problem!.Code);
    }

    [Fact]
    public void A_time_ordered_key_makes_a_time_ordered_dispatch()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon);
        var first = DispatchIds.OfRequest(Bank, new IdSource(time).Next());
        time.Advance(TimeSpan.FromMilliseconds(1));
        var second = DispatchIds.OfRequest(Bank, new IdSource(time).Next());
        Assert.True(string.CompareOrdinal(first.ToString(), second.ToString()) < 0);
        Assert.NotEqual(DispatchIds.OfRequest(Bank, "0000000000000000000000000A"), DispatchIds.OfRequest(Shop, "0000000000000000000000000A"));
    }
}
