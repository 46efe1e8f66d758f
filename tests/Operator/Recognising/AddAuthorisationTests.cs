using Ascs.Contracts;
using Ascs.Operator.Blocks;
using Ascs.Operator.Links;
using Ascs.Operator.Recognising;

namespace Ascs.Operator.Tests.Recognising;

public sealed class AddAuthorisationTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);
    private readonly IdSource _ids = new(TimeProvider.System);

    [Fact]
    public async Task An_enterprise_that_authorises_one_person_without_end_is_refused_and_may_go_on_when_some_have_ended()
    {
        await using var bed = await new Bed().ImportAsync();
        for (var i = 0; i < AddAuthorisation.Most; i++) await bed.PersonAsync();
        var over = bed.Request((IdentifierType.Imsi, Bed.Imsi));
        for (var i = 0; i < 2; i++)
            Assert.Equal(new RecogniseAnswer(1, Recognition.TooManyMisses, null, false), await bed.RecogniseAsync(over));
        await bed.PersonAsync(Bed.OtherImsi); // another person has room
        bed.Time.Advance(TimeSpan.FromDays(31));
        var later = await bed.PersonAsync();
        Assert.Equal([later.Authorisation], (await LinkAsync(bed, later.Tag)).Authorisations.Select(a => a.Id));
    }

    [Fact]
    public async Task A_block_outlives_every_retry_that_could_bring_its_authorisation_back()
    {
        await using var bed = await new Bed().ImportAsync();
        var request = bed.Request((IdentifierType.Imsi, Bed.Imsi));
        request = request with { ExpiresAt = UnixTime.From(bed.Time.GetUtcNow().AddMinutes(1)) };
        var tag = (await bed.RecogniseAsync(request)).Tag!.Value;
        await bed.Get<BlockAuthorisations>().RunAsync([(Bed.Shop, tag, request.AuthorisationId)], CancellationToken.None);
        bed.Time.Advance(TimeSpan.FromHours(1));
        for (var i = 1; i < AddAuthorisation.Most; i++) await bed.PersonAsync();
        Assert.Equal(Recognition.TooManyMisses, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi)))).Recognition);
        await bed.RecogniseAsync(request with { ExpiresAt = UnixTime.From(bed.Time.GetUtcNow().AddDays(1)) });
        Assert.NotNull((await LinkAsync(bed, tag)).Find(request.AuthorisationId)!.BlockedAt);
    }

    [Fact]
    public void Only_what_has_ended_goes_and_only_for_want_of_room()
    {
        LinkAuthorisation[] ended =
        [
            Of(consent: -10, expires: -1),
            Of(consent: -8, expires: 30, blocked: true),
        ];
        LinkAuthorisation[] standing = [Of(consent: -6, expires: -1, blocked: true), .. Enumerable.Range(0, AddAuthorisation.Most - 4).Select(_ => Of(consent: -10, expires: 1))];
        var roomy = new Link(Bed.Shop, [.. ended, .. standing], [], []);
        var added = Of(consent: 0, expires: 30);
        var full = AddAuthorisation.To(roomy, Bed.Shop, added, Now)!;
        Assert.Equal([.. ended, .. standing, added], full.Authorisations);
        var next = Of(consent: 0, expires: 30);
        Assert.Equal([.. standing, added, next], AddAuthorisation.To(full, Bed.Shop, next, Now)!.Authorisations);
    }

    private LinkAuthorisation Of(int consent, int expires, bool blocked = false) => new(
        AuthorisationId.From(_ids.Next()), [], "", UnixTime.From(Now.AddDays(consent)), UnixTime.From(Now.AddDays(expires)), blocked ? UnixTime.From(Now) : null);

    private static async Task<Link> LinkAsync(Bed bed, SubscriberTag tag) =>
        (await bed.Get<LinkStore>().ReadAsync([tag], CancellationToken.None))[tag].Value;
}
