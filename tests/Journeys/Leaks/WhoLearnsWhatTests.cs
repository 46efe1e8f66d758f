using System.Text;
using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Leaks;

/// <summary>Who may know what: every byte that crossed a boundary, every journal and every database of a whole journey is searched.</summary>
public sealed class WhoLearnsWhatTests(TappedJourney journey) : IClassFixture<TappedJourney>
{
    /// <summary>Numbers of the sample, the one of the journey first.</summary>
    private static readonly LeakSearch Numbers = new([DemoPeople.LinNumber, DemoPeople.ZhouNumber]);

    /// <summary>Ms Lin's identifiers as an operator knows them, with and without hyphens and in both cases.</summary>
    private static readonly LeakSearch DeviceIds = new(
    [
        "aaaaaaaa-0000-4000-8000-000000000001", "AAAAAAAA-0000-4000-8000-000000000001", "aaaaaaaa000040008000000000000001", "AAAAAAAA000040008000000000000001",
        "867531020001018", "460000000000001", "AAAAAAAA-1111-4111-8111-000000000001",
    ]);

    /// <summary>What the message said and what was replied.</summary>
    private static readonly LeakSearch Contents = new(["HY20261122", "东门驿站", "8-2-4071", TappedJourney.ReplyText]);

    private static readonly string[] Enterprises = ["hongyan-express", "qinghe-clinic"];

    [Fact]
    public void No_number_crosses_any_boundary_between_platforms_or_to_a_browser() => Assert.Empty(OnTheWire(Numbers));

    [Fact]
    public void No_device_id_crosses_any_boundary_in_clear() => Assert.Empty(OnTheWire(DeviceIds));

    [Fact]
    public void Nothing_of_what_was_written_or_replied_crosses_the_trusted_party_in_clear() =>
        Assert.Empty(OnTheWire(Contents, message => message.Party is SamplePlan.TrustedParty or "operator-a" or "operator-b"));

    [Fact]
    public void Enterprises_and_the_trusted_party_hold_no_number()
    {
        foreach (var party in Enterprises.Append(SamplePlan.TrustedParty))
            Assert.Empty(Numbers.InFolder(journey.Sample.Party(party).Data));
    }

    [Fact]
    public void The_trusted_party_and_a_foreign_enterprise_hold_no_device_id_and_the_one_that_collected_it_holds_it_encrypted()
    {
        foreach (var party in Enterprises.Append(SamplePlan.TrustedParty))
            Assert.Empty(DeviceIds.InFolder(journey.Sample.Party(party).Data));
    }

    [Fact]
    public void The_trusted_party_holds_nothing_of_what_was_written_or_replied() =>
        Assert.Empty(Contents.InFolder(journey.Sample.Party(SamplePlan.TrustedParty).Data));

    [Fact]
    public void The_same_search_finds_the_number_and_the_content_at_the_SMS_gateway()
    {
        Assert.NotEmpty(Numbers.InFolder(journey.Sample.Handset));
        Assert.NotEmpty(Contents.InFolder(journey.Sample.Handset));
    }

    [Fact]
    public void The_same_search_finds_device_ids_in_the_operators_own_file() => Assert.NotEmpty(DeviceIds.InFolder(journey.Sample.Party("operator-a").Root));

    [Fact]
    public void The_tap_has_seen_every_kind_of_message_of_the_journey()
    {
        Endpoint[] expected =
        [
            TrustedPartyCatalogue.Authorise, OperatorCatalogue.Recognise, EnterpriseCatalogue.CreateTask, TrustedPartyCatalogue.CreateDispatch,
            OperatorCatalogue.SubmitDeliveries, TrustedPartyCatalogue.ReportOutcomes, EnterpriseCatalogue.DeliverEvents, OperatorCatalogue.ApplyBlocks, TrustedPartyCatalogue.Trace,
        ];
        var seen = journey.Tap.Messages.Select(message => message.Path).ToHashSet();
        Assert.All(expected, endpoint => Assert.Contains(endpoint.Route, seen));
        Assert.NotEmpty(OnTheWire(new LeakSearch([journey.Aid.ToString()]), message => message.Party == SamplePlan.TrustedParty));
    }

    [Fact]
    public async Task A_number_planted_in_a_real_message_is_found_on_the_wire()
    {
        const string planted = "13798765432";
        using var browser = new Browser(journey.Authorities);
        var address = journey.Platforms.Host("hongyan-express").File.PublicAddress!;
        var page = await browser.OpenAsync(address, TestContext.Current.CancellationToken);
        var packed = Convert.ToBase64String(Encoding.UTF8.GetBytes($"tel={planted}"));
        await browser.SubmitAsync(page, CommonPages.Language.Route, [("back", packed), ("lang", "en")], TestContext.Current.CancellationToken);
        Assert.NotEmpty(OnTheWire(new LeakSearch([planted])));
    }

    private string[] OnTheWire(LeakSearch search, Func<TappedMessage, bool>? which = null) =>
    [
        .. journey.Tap.Messages.Where(which ?? (_ => true))
            .SelectMany(message => search.In(message.Request).Concat(search.In(message.Answer)).Select(found => $"{message.Party} {message.Path}: {found}")),
    ];
}
