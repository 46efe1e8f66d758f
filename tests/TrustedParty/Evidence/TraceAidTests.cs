using System.Buffers.Text;
using System.Text;
using Ascs.Contracts;
using Ascs.Evidence.Bundles;
using Ascs.Evidence.Leaves;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Tests.Bench;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Tests.Evidence;

public sealed class TraceAidTests
{
    private static readonly DispatchId Dispatch = DispatchId.Parse("dp_" + new string('0', 26));
    private readonly FakeHistory history = new();

    private static CancellationToken Ct => PartyBench.Ct;

    [Fact]
    public async Task a_life_from_consent_to_withdrawal_is_told_and_proved()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.ConfirmedAsync();
        await RaiseAsync(bench, record);
        history.Newest.Add(await OutcomeAsync(bench, record, SendReason.NotDelivered));
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid);

        var answer = (await TraceAsync(bench, record.Aid)).Value!;

        Assert.Equal(["AUTHORISATION_GRANTED", "AID_BOUND", "ASSURANCE_RAISED", "OUTCOME", "AUTHORISATION_REVOKED"], answer.Timeline.Select(e => e.Kind));
        Assert.Equal((Dispatch, SendOutcome.Failed, SendReason.NotDelivered), (answer.Timeline[3].DispatchId, answer.Timeline[3].Outcome, answer.Timeline[3].Reason));
        var report = Check(bench, answer);
        Assert.Equal(5, report.Bundle!.Entries.Count);
        Assert.Contains(report.Bundle.Contents, content => content.Field == LeafField.TextHash && content.Text.StartsWith("ASCS-CONSENT-1", StringComparison.Ordinal));
        Assert.Contains(report.Bundle.Contents, content => content.Field == LeafField.PolicyHash);
    }

    [Fact]
    public async Task a_changed_byte_anywhere_in_the_bundle_is_seen()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        var bundle = Base64Url.DecodeFromChars((await TraceAsync(bench, record.Aid)).Value!.Bundle);
        var keys = LogKeys.From(bench.Ring, "log.example/1").Public;
        Assert.Null(BundleChecker.Check(bundle, keys).Refusal);

        for (var i = 0; i < bundle.Length; i += 97)
        {
            bundle[i] ^= 1;
            Assert.NotNull(BundleChecker.Check(bundle, keys).Refusal);
            bundle[i] ^= 1;
        }
    }

    [Theory]
    [InlineData(SendReason.SubscriberChanged, SendReason.Unreachable)]
    [InlineData(SendReason.PortedAway, SendReason.Unreachable)]
    [InlineData(SendReason.Blocked, SendReason.Unreachable)]
    [InlineData(SendReason.GatewayRefused, SendReason.NotNow)]
    public async Task what_an_enterprise_may_not_know_of_a_person_is_in_neither_timeline_nor_bundle(SendReason inside, SendReason shown)
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        history.Newest.Add(await OutcomeAsync(bench, record, inside));

        var answer = (await TraceAsync(bench, record.Aid)).Value!;

        Assert.Equal(shown, answer.Timeline[^1].Reason);
        var report = Check(bench, answer);
        Assert.Null(report.Bundle!.Entries[^1].ValueOf(LeafField.Reason));
        Assert.DoesNotContain(WireName.Of(inside), Encoding.UTF8.GetString(Base64Url.DecodeFromChars(answer.Bundle)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_a_bundle_opens_does_not_tell_apart_reasons_that_are_told_alike()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        foreach (var reason in Enum.GetValues<SendReason>()) history.Newest.Add(await OutcomeAsync(bench, record, reason));

        var answer = (await TraceAsync(bench, record.Aid)).Value!;

        var opened = Check(bench, answer).Bundle!.Entries.ToDictionary(e => e.Index, e => string.Join(',', e.Openings.Select(o => o.Field)));
        foreach (var alike in answer.Timeline.Where(e => e.Reason is not null).GroupBy(e => e.Reason)) Assert.Single(alike.Select(e => opened[e.LeafIndex]).Distinct());
        Assert.Contains(opened.Values, fields => fields.Contains(nameof(LeafField.Reason), StringComparison.Ordinal));
    }

    [Fact]
    public async Task an_older_page_proves_its_outcomes_without_telling_the_authorisation_again()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        history.Older.Add(await OutcomeAsync(bench, record, SendReason.NoReceipt));

        var newest = (await TraceAsync(bench, record.Aid)).Value!;
        var older = (await TraceAsync(bench, record.Aid, newest.Cursor)).Value!;

        Assert.Equal(2, newest.Timeline.Count);
        Assert.Equal("OUTCOME", Assert.Single(older.Timeline).Kind);
        Assert.Null(older.Cursor);
        Assert.Equal(3, Check(bench, older).Bundle!.Entries.Count);
    }

    [Fact]
    public async Task unknown_and_foreign_aids_get_one_answer_and_a_strange_cursor_another()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();

        Assert.Equal(ProblemCodes.AidUnknown, (await TraceAsync(bench, Aid.FromBytes(new byte[16]))).Problem?.Code);
        Assert.Equal(ProblemCodes.AidUnknown, (await TraceAsync(bench, record.Aid, null, FakeDirectory.Harbour)).Problem?.Code);
        Assert.Equal(ProblemCodes.CursorInvalid, (await TraceAsync(bench, record.Aid, "mine")).Problem?.Code);
    }

    private static BundleReport Check(PartyBench bench, TraceAnswer answer)
    {
        var report = BundleChecker.Check(Base64Url.DecodeFromChars(answer.Bundle), LogKeys.From(bench.Ring, "log.example/1").Public);
        Assert.Null(report.Refusal);
        return report;
    }

    private static Task RaiseAsync(PartyBench bench, AidRecord record) =>
        new Assurances(bench.Records, bench.Archive, bench.Log, bench.Events).RaiseAsync(record.AuthorisationId, UnixTime.From(bench.Time.GetUtcNow()), Ct);

    private static async Task<OutcomeRecord> OutcomeAsync(PartyBench bench, AidRecord record, SendReason reason)
    {
        var now = bench.Time.GetUtcNow();
        var facts = new OutcomeFacts(
            record.Aid.ToString(), Dispatch.ToString(), "shipped@1", null, null, "FAILED", WireName.Of(reason), now, now, null, null,
            new Hash(record.BoundHash.ToBytes()), null);
        using var key = new LeafKey(await bench.Keys.GetOrCreateAsync(record.AuthorisationId, Ct));
        var leaf = Leaf.Build(facts, key.DeriveId($"outcome/{reason}"), now, key);
        var index = await bench.Log.AppendAsync($"outcome-{reason}", [leaf.Bytes.ToArray()], Ct);
        return new OutcomeRecord(index, Dispatch, SendOutcome.Failed, reason, UnixTime.From(now), facts.Fields);
    }

    private Task<Answer<TraceAnswer>> TraceAsync(PartyBench bench, Aid aid, string? cursor = null, EnterpriseId? enterprise = null)
    {
        var asker = enterprise ?? FakeDirectory.Meadow;
        var trace = new TraceAid(
            bench.Records, bench.Archive, new Consents(bench.Store, bench.Keys, bench.Time), history, bench.Log, LogKeys.From(bench.Ring, "log.example/1"),
            bench.Keys, bench.Catalogue);
        return trace.HandleAsync(new TraceRequest(1, asker, aid, cursor), bench.Call(asker, "evidence/trace", null), Ct);
    }
}
