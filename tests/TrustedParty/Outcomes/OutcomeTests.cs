using System.Text.Json;
using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.Tests.World;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Outcomes;

public class OutcomeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly AuthorisationId Somebody = Authorisation(1);

    [Fact]
    public async Task A_report_with_a_gap_before_it_is_refused_and_nothing_of_it_is_stored()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        await world.AtWorkAsync();
        var acts = party.Kill.Acts;
        Assert.Equal(ProblemCodes.SequenceGap, (await party.ReportAsync(world.North, Report(2, 1))).Problem!.Code);
        Assert.Equal(acts, party.Kill.Acts);
    }

    [Fact]
    public async Task Reports_are_acknowledged_as_far_as_they_are_held_however_often_they_come()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        Assert.Equal(3, (await party.ReportAsync(world.North, Report(1, 3))).Value!.Through);
        Assert.Equal(3, (await party.ReportAsync(world.North, Report(1, 3))).Value!.Through);
        Assert.Equal(5, (await party.ReportAsync(world.North, Report(2, 4))).Value!.Through); // the tail is new
        Assert.Equal(5, (await party.ReportAsync(world.North, Report(2, 1))).Value!.Through);
        Assert.Equal(1, (await party.ReportAsync(world.South, Report(1, 1))).Value!.Through); // counted per operator
        Assert.Equal(5, (await party.ReportAsync(world.North, new ReportOutcomesRequest(1, 1, []))).Value!.Through); // only asked
    }

    [Fact]
    public async Task A_report_without_what_it_needs_is_refused()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var reply = new OutcomeItem(OutcomeKind.Reply, At(Noon), null, Somebody);
        var outcome = new OutcomeItem(OutcomeKind.Delivered, At(Noon), null, Somebody);
        Assert.Equal(ProblemCodes.SchemaInvalid, (await party.ReportAsync(world.North, new ReportOutcomesRequest(1, 1, [reply]))).Problem!.Code);
        Assert.Equal(ProblemCodes.SchemaInvalid, (await party.ReportAsync(world.North, new ReportOutcomesRequest(1, 1, [outcome]))).Problem!.Code);
    }

    [Fact]
    public async Task A_report_about_nothing_known_holds_up_nothing()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var people = await world.PeopleAsync(1);
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        world.North.Report(OrderId.Of(DispatchId.From(Base32.Encode128(99)), 0, 0), Somebody, OutcomeKind.Delivered);
        world.North.Report(OrderId.Of(answer.DispatchId, 499, 0), Somebody, OutcomeKind.Delivered);
        await world.FinishedAsync(answer.DispatchId);
        world.North.Report(new OutcomeItem(OutcomeKind.Reply, At(Noon), null, people[0].AuthorisationId, Reply: "ciphertext", SenderId: Port));
        await world.UntilAsync(() => world.Enterprise.Events.Any(e => e.Type == EventTypes.Reply), "what was reported after it is told");
        Assert.Single(world.Log.Leaves);
        Assert.Equal([EventTypes.Outcome, EventTypes.Reply], world.Enterprise.Events.Select(e => e.Type));
    }

    [Fact]
    public async Task Without_a_receipt_it_is_attested_as_it_stands_and_a_later_receipt_corrects_it()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = _ => [OutcomeKind.Submitted];
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.OutcomeAsync(answer.DispatchId, SendOutcome.Submitted);
        await world.FinishedAsync(answer.DispatchId, TimeSpan.FromHours(1));
        await world.UntilAsync(() => world.Enterprise.Events.Count == 1, "the event is told");
        Assert.Equal((SendOutcome.Submitted, SendReason.NoReceipt), Told(world, 0));

        world.North.Report(world.North.HandedOver[0].OrderId, Somebody, OutcomeKind.Delivered);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 2, "the correction is told");
        Assert.Equal((SendOutcome.Delivered, null), Told(world, 1));
        var history = (await party.Get<ICommunicationHistory>().ByAidAsync(people[0], null, 500, Ct))!.Records;
        Assert.Equal([SendOutcome.Submitted, SendOutcome.Delivered], history.Select(r => r.Outcome));
        Assert.Equal(world.Log.Leaves[0].Hash, new Hash256(Convert.FromBase64String(Field(history[1], LeafField.Supersedes))));
    }

    [Fact]
    public async Task The_record_opens_the_leaf_under_the_authorisations_key()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.FinishedAsync(answer.DispatchId);
        var record = Assert.Single((await party.Get<ICommunicationHistory>().ByAidAsync(people[0], null, 500, Ct))!.Records);
        var leaf = world.Log.Leaves[(int)record.LeafIndex];
        using var key = new LeafKey(FakeKeys.KeyOf(people[0].AuthorisationId));
        var openings = new RecordedFacts(LeafKind.Outcome, record.Fields).Open(leaf.Id, key);
        Assert.Equal(leaf.Fields.Count, openings.Count);
        Assert.All(openings, o => Assert.True(o.Opens(leaf)));
        Assert.Equal("welcome@1", Field(record, LeafField.Template));
        Assert.Equal("DELIVERED", Field(record, LeafField.State));
        Assert.NotEqual("", Field(record, LeafField.ReportSignature));
        Assert.NotEqual("", Field(record, LeafField.Content));
    }

    [Fact]
    public async Task A_round_made_again_tells_what_it_told_whatever_was_reported_meanwhile()
    {
        await using var world = new TestWorld();
        world.North.IsAway = true;
        world.Log.LosesAnswer = true;
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.UntilAsync(() => world.Log.Leaves.Count == 1, "the leaf that it is too late is made", TimeSpan.FromMilliseconds(500));
        world.North.Report(OrderId.Of(answer.DispatchId, 0, 0), people[0].AuthorisationId, OutcomeKind.Delivered);
        await world.WaitAsync(async () => (await world.StateAsync(answer.DispatchId))!.Lines[0].Outcome == SendOutcome.Delivered, "the operator knows better");
        await world.UntilAsync(() => world.Enterprise.Events.Count == 2, "both are told");

        Assert.Equal([(SendOutcome.Refused, SendReason.TooLate), (SendOutcome.Delivered, null)], [Told(world, 0), Told(world, 1)]);
        var history = (await party.Get<ICommunicationHistory>().ByAidAsync(people[0], null, 500, Ct))!.Records;
        Assert.Equal(2, history.Count);
        using var key = new LeafKey(FakeKeys.KeyOf(people[0].AuthorisationId));
        Assert.All(history, r => Assert.True(Opens(r, world.Log.Leaves[(int)r.LeafIndex], key)));
        Assert.Equal(world.Log.Leaves[0].Hash, new Hash256(Convert.FromBase64String(Field(history[1], LeafField.Supersedes))));
    }

    [Fact]
    public async Task Without_its_key_an_outcome_has_no_leaf_and_nothing_of_it_can_be_read()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(2);
        world.Keys.Destroyed.Add(people[0].AuthorisationId);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.FinishedAsync(answer.DispatchId);
        Assert.Single(world.Log.Leaves);
        var states = (await party.StateAsync(answer.DispatchId)).Value!.Recipients;
        Assert.Equal([false, true], states.Select(s => s.LeafIndex is not null));
        Assert.Empty((await party.Get<ICommunicationHistory>().ByAidAsync(people[0], null, 500, Ct))!.Records);
    }

    [Fact]
    public async Task The_history_of_an_aid_is_complete_over_all_its_pages_and_shows_nothing_of_another_aid()
    {
        await using var world = new TestWorld();
        var promise = Promised with { PerDay = 50, PerWeek = 200 };
        world.Services.Bank = Policy(promise);
        var people = await world.PeopleAsync(2, i => Record(i, promise, tag: 1)); // one person, two AIDs
        var party = await world.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            Assert.NotNull((await party.CreateAsync(TestWorld.Request(i % 4 == 0 ? people : people.Take(1)), $"key-{i:D16}")).Value);
            if (i != 19) continue;
            await world.UntilAsync(() => world.Enterprise.Events.Count == 25, "half of it is told");
            world.Time.Advance(TimeSpan.FromDays(7)); // another week: what was counted moves to pages
        }

        await world.UntilAsync(() => world.Enterprise.Events.Count == 50, "all are told");
        Assert.True((await world.UsageAsync(people[0].Tag)).Pages > 0);
        Assert.Equal(40, await CountAsync(party, people[0], 7));
        Assert.Equal(10, await CountAsync(party, people[1], 500));
        var history = party.Get<ICommunicationHistory>();
        Assert.Null(await history.ByAidAsync(people[0], "nonsense", 10, Ct));
        Assert.Null(await history.ByAidAsync(people[0], "99-0", 10, Ct));
        Assert.Null(await history.ByAidAsync(people[0], "0-00", 10, Ct));
    }

    private static async Task<int> CountAsync(Party party, AidRecord record, int limit)
    {
        var leaves = new List<long>();
        for (string? cursor = null; ;)
        {
            var page = (await party.Get<ICommunicationHistory>().ByAidAsync(record, cursor, limit, default))!;
            Assert.True(page.Records.Count <= limit);
            Assert.All(page.Records, r => Assert.Equal(record.Aid.ToString(), Field(r, LeafField.Aid)));
            leaves.AddRange(page.Records.Select(r => r.LeafIndex));
            if ((cursor = page.Cursor) is null) break;
        }

        return leaves.Distinct().Count() == leaves.Count ? leaves.Count : -1;
    }

    private static bool Opens(OutcomeRecord record, Leaf leaf, LeafKey key) =>
        new RecordedFacts(LeafKind.Outcome, record.Fields).Open(leaf.Id, key).All(o => o.Opens(leaf));

    private static string Field(OutcomeRecord record, LeafField field) => record.Fields.Single(f => f.Field == field).Text;

    private static (SendOutcome, SendReason?) Told(TestWorld world, int place)
    {
        var told = world.Enterprise.Events[place].Data.Deserialize(WireJson.Default.OutcomeEvent)!;
        return (told.Outcome, told.Reason);
    }

    private static ReportOutcomesRequest Report(long first, int count) => new(1, first, [.. Enumerable.Range(0, count).Select(i =>
        new OutcomeItem(OutcomeKind.Delivered, At(Noon), OrderId.Of(DispatchId.From(Base32.Encode128(99)), i, 0), Somebody))]);
}
