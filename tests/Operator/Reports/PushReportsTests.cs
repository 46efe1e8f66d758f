using System.Text.Json;
using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Reports;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Reports;

public sealed class PushReportsTests
{
    private const int Longest = 8192; // what the trusted party takes

    [Fact]
    public async Task A_call_fits_the_trusted_partys_body_and_has_no_gap()
    {
        await using var bed = new Bed();
        await StoreAsync(bed, 1, Enumerable.Range(0, 200).Select(_ => Reply(new('x', Longest))));
        await StoreAsync(bed, 201, Enumerable.Range(0, 400).Select(_ => Reply(new('x', 100))));
        await PushAllAsync(bed);
        Assert.Equal(Enumerable.Range(1, 600).Select(i => (long)i), bed.Trust.Reported.Keys.Order());
        Assert.Equal(600, bed.Trust.Calls.Sum(c => c.Items.Count)); // nothing is sent again
        Assert.All(bed.Trust.Calls, c => Assert.InRange(SizeOf(c), 1, TrustedPartyCatalogue.ReportOutcomes.Limits.MaxBodyBytes));
    }

    [Fact]
    public void An_item_is_counted_as_at_least_as_large_as_it_is()
    {
        var order = OrderId.Of(DispatchId.From(new IdSource(TimeProvider.System).Next()), 499, 99);
        Assert.True(UnixTime.TryFrom(253_402_300_799_999, out var latest));
        foreach (var kind in Enum.GetValues<OutcomeKind>())
            foreach (var reason in Enum.GetValues<SendReason>())
            {
                var item = new OutcomeItem(kind, latest, order, Somebody, reason, new('x', 50), SenderId.Parse("10691234567890123456"));
                Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(item, WireOptions.Strict).Length, 1, ReportPage.BytesOf(item) - 1); // and a comma
            }
    }

    [Theory]
    [InlineData(1), InlineData(250), InlineData(251), InlineData(500), InlineData(501), InlineData(700)]
    public async Task What_the_trusted_party_refuses_is_told_bare_and_all_the_others_come_through(int bad)
    {
        await using var bed = new Bed();
        await StoreAsync(bed, 1, Enumerable.Range(1, 500).Select(i => i == bad ? Reply("bad") : Reply($"{i}")));
        await StoreAsync(bed, 501, Enumerable.Range(501, 200).Select(i => i == bad ? Reply("bad") : Reply($"{i}")));
        bed.Trust.Refusing = call => call.Items.Any(i => i.Reply == "bad") ? (Problem)ProblemCodes.SchemaInvalid : null;
        await PushAllAsync(bed);
        Assert.Equal(Enumerable.Range(1, 700).Select(i => (long)i), bed.Trust.Reported.Keys.Order());
        Assert.Equal(Enumerable.Range(1, 700).Select(i => i == bad ? null : $"{i}"), bed.Trust.Items.Select(i => i.Reply));
        Assert.Contains(bed.Logs, l => l.StartsWith($"Warning outcome {bad} ", StringComparison.Ordinal));
        Assert.Equal(bed.Trust.Keys.Count, bed.Trust.Keys.Distinct().Count()); // another content never under the same key
    }

    [Fact]
    public async Task What_is_no_items_fault_is_waited_out_and_changes_nothing()
    {
        await using var bed = new Bed();
        await StoreAsync(bed, 1, Enumerable.Range(1, 3).Select(i => Reply($"{i}")));
        bed.Trust.Refusing = _ => ProblemCodes.PermissionDenied;
        for (var i = 0; i < 20; i++) Assert.Null(await bed.Get<PushReports>().StepAsync(CancellationToken.None));
        Assert.All(bed.Trust.Calls, c => Assert.Equal(3, c.Items.Count));
        Assert.Single(bed.Trust.Keys.Distinct());
        bed.Trust.Refusing = _ => null;
        Assert.True(await bed.Get<PushReports>().StepAsync(CancellationToken.None));
        Assert.Equal(["1", "2", "3"], bed.Trust.Items.Select(i => i.Reply));
    }

    [Fact]
    public async Task A_trusted_party_that_refuses_everything_spoils_one_item_at_most()
    {
        await using var bed = new Bed();
        await StoreAsync(bed, 1, Enumerable.Range(1, 300).Select(i => Reply($"{i}")));
        bed.Trust.Refusing = _ => ProblemCodes.SchemaInvalid;
        while (await bed.Get<PushReports>().StepAsync(CancellationToken.None) is not null) { }
        Assert.Null(await bed.Get<PushReports>().StepAsync(CancellationToken.None));
        bed.Trust.Refusing = _ => null;
        await PushAllAsync(bed);
        Assert.Equal(Enumerable.Range(1, 300).Select(i => i == 1 ? null : $"{i}"), bed.Trust.Items.Select(i => i.Reply));
    }

    [Fact]
    public void Bare_an_opt_out_is_still_one_and_an_outcome_is_open()
    {
        var order = OrderId.Of(DispatchId.From(new IdSource(TimeProvider.System).Next()), 0, 0);
        var optOut = Reply("text") with { Kind = OutcomeKind.OptOut };
        Assert.Equal(optOut with { Reply = null }, ReportPage.Bare(optOut));
        var refused = new OutcomeItem(OutcomeKind.Refused, optOut.At, order, Somebody, SendReason.PortedAway);
        Assert.Equal(new OutcomeItem(OutcomeKind.Unknown, optOut.At, order, Somebody), ReportPage.Bare(refused));
        Assert.Equal(ReportPage.Bare(refused), ReportPage.Bare(ReportPage.Bare(refused)));
    }

    [Fact]
    public async Task A_page_that_a_commit_thought_lost_brought_back_is_told_in_its_own_place()
    {
        await using var bed = new Bed();
        await StoreAsync(bed, 1, Enumerable.Range(1, 4).Select(i => Reply($"{i}")));
        await StoreAsync(bed, 3, [Reply("3"), Reply("4")]); // its rest
        await StoreAsync(bed, 5, [Reply("5")]);
        await PushAllAsync(bed);
        Assert.Equal(["1", "2", "3", "4", "5"], bed.Trust.Items.Select(i => i.Reply));
    }

    [Fact]
    public async Task After_a_restore_nothing_is_taken_for_held_that_is_new()
    {
        await using var bed = new Bed();
        await StoreAsync(bed, 1, Enumerable.Range(1, 5).Select(i => Reply($"{i}")));
        await PushAllAsync(bed);
        var copy = await bed.Inner.ReadAsync(Containers.Work, DeliveryPlaces.Key(DeliveryPlaces.Stream), ReportStream.Schema, CancellationToken.None);
        await StoreAsync(bed, 6, Enumerable.Range(6, 3).Select(i => Reply($"{i}")));
        await PushAllAsync(bed);
        Assert.True(await bed.Get<ReportNumbers>().IsUpAsync(CancellationToken.None));

        await bed.Inner.CommitAsync(Containers.Work, DeliveryPlaces.Partition, [ReportStream.Schema.Upsert(DeliveryPlaces.Stream, copy!.Value)], CancellationToken.None);
        bed.Start();
        await StoreAsync(bed, 5, [Reply("5")]); // waited when the copy was made
        await StoreAsync(bed, 6, Enumerable.Range(6, 4).Select(i => Reply($"new {i}"))); // one more than went lost
        await PushAllAsync(bed);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "new 6", "new 7", "new 8", "new 9"], bed.Trust.Items.Select(i => i.Reply));
        Assert.False(await bed.Get<ReportNumbers>().IsUpAsync(CancellationToken.None));
        Assert.Single(bed.Logs, l => l.Contains("older than what the trusted party knows", StringComparison.Ordinal));

        bed.Start();
        await StoreAsync(bed, 10, [Reply("new 10")]);
        await PushAllAsync(bed);
        Assert.Equal("new 10", bed.Trust.Reported[13].Reply);
        Assert.Equal(13, bed.Trust.Reported.Count);
        Assert.True(await bed.Get<ReportNumbers>().IsUpAsync(CancellationToken.None));
    }

    private static readonly AuthorisationId Somebody = AuthorisationId.From(new IdSource(TimeProvider.System).Next());

    private static OutcomeItem Reply(string reply) => new(OutcomeKind.Reply, UnixTime.From(DateTimeOffset.UnixEpoch), null, Somebody, null, reply, Bed.Port);

    private static async Task StoreAsync(Bed bed, long first, IEnumerable<OutcomeItem> items) => Assert.NotNull(await bed.Inner.TryCommitAsync(
        Containers.Work, DeliveryPlaces.Partition, ReportPage.Schema.Create(DeliveryPlaces.Report(first), new ReportPage([.. items])), CancellationToken.None));

    private static async Task PushAllAsync(Bed bed)
    {
        for (var steps = 0; await bed.Get<PushReports>().StepAsync(CancellationToken.None) is not false; steps++) Assert.InRange(steps, 0, 200);
    }

    private static int SizeOf(ReportOutcomesRequest call) => JsonSerializer.SerializeToUtf8Bytes(call, WireOptions.Strict).Length;
}
