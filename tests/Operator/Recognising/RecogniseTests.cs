using Ascs.Contracts;
using Ascs.Operator.Links;
using Ascs.Operator.Recognising;
using Ascs.Operator.Subscribers;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Recognising;

public sealed class RecogniseTests
{
    [Fact]
    public async Task An_imsi_of_ours_is_recognised_for_certain_and_tags_differ_by_enterprise()
    {
        await using var bed = await new Bed().ImportAsync();
        var first = await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi)));
        var again = await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi), (IdentifierType.Imei, Bed.Imei)));
        Assert.Equal((Recognition.Recognised, true), (first.Recognition, first.Certain));
        Assert.Equal(first.Tag, again.Tag);
        var bank = bed.Request() with { EnterpriseId = EnterpriseId.Parse("bank") };
        bank = bank with { SealedIds = [bed.Seal(bank, IdentifierType.Imsi, Bed.Imsi, bed.Trust.Bank)] };
        Assert.NotEqual(first.Tag, (await bed.RecogniseAsync(bank)).Tag);
    }

    [Fact]
    public async Task A_device_id_alone_is_recognised_but_not_certain()
    {
        await using var bed = await new Bed().ImportAsync();
        var answer = await bed.RecogniseAsync(bed.Request((IdentifierType.Imei, Bed.Imei)));
        Assert.Equal((Recognition.Recognised, false), (answer.Recognition, answer.Certain));
    }

    [Fact]
    public async Task Identifiers_of_two_people_disagree()
    {
        await using var bed = await new Bed().ImportAsync();
        var answer = await bed.RecogniseAsync(bed.Request((IdentifierType.Imei, Bed.Imei), (IdentifierType.Imsi, Bed.OtherImsi)));
        Assert.Equal((Recognition.IdentifiersDisagree, null), (answer.Recognition, answer.Tag));
    }

    [Fact]
    public async Task The_same_authorisation_may_ask_again_and_gets_the_same_answer_even_when_its_seal_is_old()
    {
        await using var bed = await new Bed().ImportAsync();
        var request = bed.Request((IdentifierType.Imsi, Bed.Imsi));
        var first = await bed.RecogniseAsync(request);
        bed.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(first, await bed.RecogniseAsync(request));
    }

    [Fact]
    public async Task A_nonce_serves_one_authorisation_and_its_own_seals_only()
    {
        await using var bed = await new Bed().ImportAsync();
        var request = bed.Request((IdentifierType.Imsi, Bed.Imsi));
        await bed.RecogniseAsync(request);
        var other = await bed.RecogniseAsync(request with { AuthorisationId = bed.NewAuthorisation() });
        var swapped = await bed.RecogniseAsync(request with { SealedIds = [bed.Seal(request, IdentifierType.Imsi, Bed.OtherImsi)] });
        Assert.Equal(Recognition.SealRefused, other.Recognition);
        Assert.Equal(Recognition.SealRefused, swapped.Recognition);
    }

    [Fact]
    public async Task A_trusted_party_that_seals_by_itself_or_swaps_the_context_is_refused_and_learns_nothing()
    {
        await using var bed = await new Bed().ImportAsync();
        var request = bed.Request();
        string[] seals =
        [
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, bed.Trust.Third),
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, bed.Trust.Bank),
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, change: c => c with { EnterpriseId = EnterpriseId.Parse("bank") }),
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, change: c => c with { TextHash = Digest.From(new byte[32]) }),
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, change: c => c with { ConsentNonce = ConsentNonce.From(new byte[16]) }),
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, change: c => c with { V = 2 }),
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, at: bed.Time.GetUtcNow().AddMinutes(-16)),
            bed.Seal(request, IdentifierType.Imsi, Bed.Imsi, at: bed.Time.GetUtcNow().AddMinutes(1)),
            bed.Seal(request, IdentifierType.Imei, "490154203237519"),
            "AAAA", new('A', 300),
        ];
        foreach (var seal in seals)
            Assert.Equal(new RecogniseAnswer(1, Recognition.SealRefused, null, false), await bed.RecogniseAsync(request with { SealedIds = [seal] }));
    }

    [Fact]
    public async Task Guessing_is_stopped_after_a_few_misses_for_hits_too_and_nothing_of_a_miss_is_kept_but_a_count()
    {
        await using var bed = await new Bed(change: o => o with { MissesPerHour = 3, MissesPerPerson = 2 }).ImportAsync();
        var before = await DumpAsync(bed);
        for (var i = 0; i < 3; i++)
            Assert.Equal(Recognition.NotRecognised, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, $"46000000000000{i}")))).Recognition);
        Assert.Equal(Recognition.TooManyMisses, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi)))).Recognition);
        Assert.Equal(before, await DumpAsync(bed));
        bed.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Recognition.Recognised, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi)))).Recognition);
    }

    [Fact]
    public async Task Every_person_recognised_earns_an_honest_enterprise_more_misses_but_nobody_twice_an_hour()
    {
        await using var bed = await new Bed(change: o => o with { MissesPerHour = 1, MissesPerPerson = 2 }).ImportAsync();
        foreach (var imsi in new[] { Bed.Imsi, Bed.Imsi, Bed.OtherImsi, Bed.Imsi }) // two people: 1 + 2 × 2 misses
            Assert.Equal(Recognition.Recognised, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, imsi)))).Recognition);
        await MissAsync(bed, 5);
        Assert.Equal(Recognition.TooManyMisses, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi)))).Recognition);
    }

    [Fact]
    public async Task What_was_earned_is_written_with_a_miss_and_an_authorisation_asked_again_earns_nothing()
    {
        await using var bed = await new Bed(change: o => o with { MissesPerHour = 1, MissesPerPerson = 2 }).ImportAsync();
        var known = bed.Request((IdentifierType.Imsi, Bed.Imsi));
        await bed.RecogniseAsync(known);
        await MissAsync(bed, 1);
        bed.Start(); // a new process: what it knows is stored
        await bed.Get<SubscriberDirectory>().LoadAsync(CancellationToken.None);
        await MissAsync(bed, 1);
        await bed.RecogniseAsync(known);
        await MissAsync(bed, 1);
        Assert.Equal(Recognition.TooManyMisses, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, "460000000000009")))).Recognition);
        bed.Time.Advance(TimeSpan.FromHours(1)); // nothing is taken along
        await MissAsync(bed, 1);
        await bed.RecogniseAsync(known);
        Assert.Equal(Recognition.TooManyMisses, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, "460000000000009")))).Recognition);
    }

    [Fact]
    public async Task Every_identifier_that_leads_to_nobody_counts_beside_one_that_is_known_and_so_do_those_that_disagree()
    {
        await using var bed = await new Bed(change: o => o with { MissesPerHour = 5, MissesPerPerson = 0 }).ImportAsync();
        var guessing = bed.Request((IdentifierType.Imsi, Bed.Imsi), (IdentifierType.Imsi, "460000000000001"), (IdentifierType.Imsi, "460000000000002"), (IdentifierType.Imsi, "460000000000003"));
        Assert.Equal(Recognition.Recognised, (await bed.RecogniseAsync(guessing)).Recognition);
        Assert.Equal(Recognition.IdentifiersDisagree, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi), (IdentifierType.Imsi, Bed.OtherImsi)))).Recognition);
        Assert.Equal(Recognition.TooManyMisses, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi)))).Recognition);
    }

    [Fact]
    public async Task Before_the_rows_are_read_back_or_imported_the_answer_is_unavailable_and_no_miss_is_counted()
    {
        await using var bed = new Bed(change: o => o with { MissesPerHour = 1, MissesPerPerson = 0 });
        var request = bed.Request((IdentifierType.Imsi, Bed.Imsi));
        for (var i = 0; i < 3; i++)
            Assert.Equal(ProblemCodes.Unavailable, (await bed.Get<Recognise>().HandleAsync(request, bed.Call(), CancellationToken.None)).Problem?.Code);
        await bed.ImportAsync();
        bed.Start();
        Assert.Equal(ProblemCodes.Unavailable, (await bed.Get<Recognise>().HandleAsync(request, bed.Call(), CancellationToken.None)).Problem?.Code);
        await bed.Get<SubscriberDirectory>().LoadAsync(CancellationToken.None);
        Assert.Equal(Recognition.Recognised, (await bed.RecogniseAsync(request)).Recognition);
    }

    [Fact]
    public async Task An_id_is_recognised_by_the_rows_of_today_and_pinned_so()
    {
        await using var bed = await new Bed().ImportAsync(string.Join('\n', Ascs.Operator.Subscribers.CsvRow.Header,
            $"IMSI,{Bed.Imsi},cust-1,{Bed.Number},2020-01-01,2026-01-01", $"IMSI,{Bed.Imsi},cust-2,{Bed.OtherNumber},2026-02-01,"));
        var person = await bed.PersonAsync();
        var link = (await bed.Get<LinkStore>().ReadAsync([person.Tag], CancellationToken.None))[person.Tag].Value;
        var pin = bed.Keys.Open(link.Authorisations[0].Pin, person.Tag, person.Authorisation);
        Assert.Equal(Bed.OtherNumber, pin.Number.RevealForDelivery());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_retry_completes_what_any_lost_write_left_open(int write)
    {
        foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
        {
            await using var bed = await new Bed().ImportAsync();
            var request = bed.Request((IdentifierType.Imsi, Bed.Imsi));
            bed.Store.Plan = FaultPlans.AtWrite(bed.Store.Writes + write, fault);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bed.RecogniseAsync(request));
            var answer = await bed.RecogniseAsync(request);
            Assert.Equal(Recognition.Recognised, answer.Recognition);
            var link = (await bed.Get<LinkStore>().ReadAsync([answer.Tag!.Value], CancellationToken.None))[answer.Tag.Value].Value;
            Assert.Equal([request.AuthorisationId], link.Authorisations.Select(a => a.Id));
        }
    }

    private static async Task MissAsync(Bed bed, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(Recognition.NotRecognised, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, "460000000000009")))).Recognition);
    }

    private static async Task<string> DumpAsync(Bed bed)
    {
        var heads = await bed.Inner.RangeAsync(Containers.Heads, "subscribers", IdRange.First, IdRange.End, 10);
        var nonces = await bed.Inner.RangeAsync(Containers.Work, "nonces-shop", IdRange.First, IdRange.End, 10);
        return string.Join(' ', heads.Items.Concat(nonces.Items).Select(d => $"{d.Key.Id}={d.ETag}"));
    }
}
