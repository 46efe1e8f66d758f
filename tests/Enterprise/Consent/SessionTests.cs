using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Tests.World;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Tests.Consent;

public sealed class SessionTests
{
    [Fact]
    public async Task a_session_ends_after_thirty_minutes()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync();
        world.Time.Advance(ConsentSessions.Lifetime - TimeSpan.FromMilliseconds(1));
        await visit.OpenAsync("/consent");
        Assert.Equal(200, (int)visit.Status);
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        await visit.OpenAsync("/consent");
        Assert.Equal(410, (int)visit.Status);
    }

    [Fact]
    public async Task choices_posted_into_a_session_that_is_over_change_nothing()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync();
        var hidden = visit.Hidden("/consent");
        world.Time.Advance(ConsentSessions.Lifetime);
        await visit.PostAsync("/consent", [.. hidden, ("decision", "agree"), ("channel", "SMS"), ("term", "30")]);
        Assert.Equal(410, (int)visit.Status);
    }

    [Fact]
    public async Task saying_not_now_forgets_the_identifiers_and_blocks_nothing()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync();
        await visit.SubmitAsync("/consent", ("decision", "later"));
        Assert.Equal(200, (int)visit.Status);
        Assert.Contains("Everything else works as before", visit.Text, StringComparison.Ordinal);
        Assert.Null(await SessionAsync(world, visit));
        await visit.StartAsync();
        Assert.Equal(200, (int)visit.Status);
    }

    [Fact]
    public async Task identifiers_are_at_rest_only_under_the_sessions_key_and_only_those_the_service_collects()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync(Samples.Offers);
        var session = await SessionAsync(world, visit);
        var other = Visitor.New(out _).Partition;
        Assert.Null(session!.Device!.Open(world.Keys, other));
        await world.Keys.RotateAsync(EnterpriseKeys.Sessions, world.Time.GetUtcNow(), world.Ct);
        var found = await world.Get<ConsentSessions>().FindAsync(Partition(visit), world.Ct);
        Assert.Equal([new DeviceIdentifier(IdentifierType.Oaid, Samples.Oaid)], world.Get<ConsentSessions>().Identifiers(found!)!);
    }

    [Fact]
    public async Task a_phone_without_any_identifier_the_service_collects_is_told_so_at_once()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync(Samples.Offers, phone: 1);
        Assert.Equal(422, (int)visit.Status);
        Assert.Contains("none of this phone's identifiers", visit.Text, StringComparison.Ordinal);
        Assert.Null(await SessionAsync(world, visit));
    }

    [Theory]
    [InlineData("service", "nothing-such", "0")]
    [InlineData("phone", "parcel-notice", "2")]
    [InlineData("phone", "parcel-notice", "-1")]
    [InlineData("phone", "parcel-notice", "")]
    public async Task a_start_without_service_or_phone_is_asked_again(string missing, string service, string phone)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.OpenAsync("/");
        await visit.SubmitAsync("/start", ("service", service), ("phone", phone));
        Assert.Equal(422, (int)visit.Status);
        Assert.Contains($"id=\"{missing}-error\"", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_devices_the_sample_app_offers_no_form()
    {
        await using var world = await EnterpriseWorld.StartAsync(options => options with { Devices = [] });
        using var visit = world.Visit();
        await visit.OpenAsync("/");
        Assert.Equal(200, (int)visit.Status);
        Assert.DoesNotContain("/start", visit.Page, StringComparison.Ordinal);
    }

    internal static string Partition(Visit visit) => Visitor.Parse(visit.Cookies.Single(c => c.Key.StartsWith("__Host-", StringComparison.Ordinal)).Value)!.Partition;

    internal static async Task<ConsentSession?> SessionAsync(EnterpriseWorld world, Visit visit) => (await world.Get<ConsentSessions>().FindAsync(Partition(visit), world.Ct))?.Value;
}
