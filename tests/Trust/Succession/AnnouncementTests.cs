using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Succession;
using Ascs.Trust.Tests.Certificates;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Succession;

/// <summary>A certificate follows another only when both keys say so, and nothing about it is a step back.</summary>
public sealed class AnnouncementTests : IDisposable
{
    private static readonly PlatId Platform = Issued.Platform();

    private readonly FakeTimeProvider time = new(Issued.Now);
    private readonly InMemoryDocumentStore store = new();
    private readonly CertificateAuthority authority = CertificateAuthority.Create("test", Issued.Now), foreign = CertificateAuthority.Create("foreign", Issued.Now);
    private readonly List<X509Certificate2> made = [];
    private readonly CertificateTrust trust;
    private readonly X509Certificate2 first;

    public AnnouncementTests()
    {
        trust = new CertificateTrust([authority.Certificate], time);
        first = Make();
        time.Advance(TimeSpan.FromDays(60));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Peer Peer => new(Platform, Role.Operator, "p", new Uri("https://p.example"), CertificateIdentity.ThumbprintOf(first));

    public void Dispose()
    {
        foreach (var certificate in made) certificate.Dispose();
        trust.Dispose();
        authority.Dispose();
        foreign.Dispose();
    }

    [Fact]
    public async Task two_successors_in_turn_are_pinned_and_survive_a_restart()
    {
        var (second, book) = (Make(), await OpenAsync());
        Assert.Null(await book.OfferAsync(Peer, Announcement.Make(Platform, first, second), Stop));
        Assert.Null(await book.OfferAsync(Peer, Announcement.Make(Platform, first, second), Stop)); // its answer was lost
        time.Advance(TimeSpan.FromDays(60));
        var third = Make();
        Assert.Null(await book.OfferAsync(Peer, Announcement.Make(Platform, second, third), Stop));
        var again = await OpenAsync();
        Assert.True(again.Holds(Peer, CertificateIdentity.ThumbprintOf(second)) && again.Holds(Peer, CertificateIdentity.ThumbprintOf(third)));
        Assert.Equal(CertificateIdentity.ThumbprintOf(third), again.Newest(Peer));
        // Pairing anew begins anew.
        Assert.False(again.Holds(Peer with { CertificateThumbprint = new string('A', 64) }, CertificateIdentity.ThumbprintOf(third)));
    }

    [Fact]
    public async Task a_former_certificate_announces_nothing_any_more()
    {
        var (book, second) = (await OpenAsync(), Make());
        await book.OfferAsync(Peer, Announcement.Make(Platform, first, second), Stop);
        Assert.Equal(SuccessionFault.PredecessorNotPinned, await book.OfferAsync(Peer, Announcement.Make(Platform, first, Make()), Stop));
    }

    [Fact]
    public void what_one_key_alone_has_signed_is_refused()
    {
        var (second, thief) = (Make(), Make());
        var sound = Announcement.Make(Platform, first, second);
        Assert.Equal(SuccessionFault.SignatureWrong, Judge(sound with { PredecessorSignature = Announcement.Make(Platform, thief, second).PredecessorSignature }));
        Assert.Equal(SuccessionFault.SignatureWrong, Judge(sound with { SuccessorSignature = Announcement.Make(Platform, first, thief).SuccessorSignature }));
        Assert.Equal(SuccessionFault.SignatureWrong, Judge(sound with { PredecessorSignature = sound.SuccessorSignature }));
        Assert.Equal(SuccessionFault.SignatureWrong, Judge(sound with { PredecessorSignature = "", SuccessorSignature = "" }));
        Assert.Null(Judge(sound));
    }

    [Fact]
    public void another_platforms_a_longer_one_an_earlier_one_and_a_foreign_one_are_refused()
    {
        Assert.Equal(SuccessionFault.OtherPlatform, Judge(Announcement.Make(Platform, first, Make(platform: Issued.Platform(2_795_996_800_123_456)))));
        Assert.Equal(SuccessionFault.Untrusted, Judge(Announcement.Make(Platform, first, LongLived())));
        Assert.Equal(SuccessionFault.RolledBack, Judge(Announcement.Make(Platform, first, Make(TimeSpan.FromDays(20)))));
        Assert.Equal(SuccessionFault.Untrusted, Judge(Announcement.Make(Platform, first, Made(Issued.By(foreign, time.GetUtcNow())))));
        Assert.Equal(SuccessionFault.Malformed, Judge(new SuccessorRequest(1, "*", "", "", "")));
    }

    [Fact]
    public void it_is_due_at_two_thirds_and_ends_in_the_last_week()
    {
        var (from, to) = (new DateTimeOffset(first.NotBefore), new DateTimeOffset(first.NotAfter));
        var due = from + ((to - from) * 2 / 3);
        Assert.False(CertificateLife.IsDue(first, due.AddMilliseconds(-1)));
        Assert.True(CertificateLife.IsDue(first, due));
        Assert.False(CertificateLife.IsEnding(first, to.AddDays(-7).AddMilliseconds(-1)));
        Assert.True(CertificateLife.IsEnding(first, to.AddDays(-7)));
    }

    private SuccessionFault? Judge(SuccessorRequest announced) => Announcement.Judge(announced, Platform, Peer.CertificateThumbprint, trust, out _);

    private Task<SuccessorBook> OpenAsync() => SuccessorBook.OpenAsync(store, trust, [Peer], Stop);

    private X509Certificate2 Make(TimeSpan? lifetime = null, PlatId? platform = null) => Made(Issued.By(authority, time.GetUtcNow(), lifetime, platform));

    private X509Certificate2 Made(X509Certificate2 certificate)
    {
        made.Add(certificate);
        return certificate;
    }

    // The authority refuses it, so it is made by hand with the authority's key.
    private X509Certificate2 LongLived() => Made(ForgedCertificate.Of(authority, Platform, time.GetUtcNow().AddMinutes(-5), time.GetUtcNow().AddMonths(25)));
}
