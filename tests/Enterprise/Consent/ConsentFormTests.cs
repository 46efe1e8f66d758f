using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Tests.World;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ascs.Enterprise.Tests.Consent;

public sealed class ConsentFormTests
{
    [Theory]
    [InlineData("", "", "ChannelMissing,TermMissing")]
    [InlineData("SMS", "", "TermMissing")]
    [InlineData("", "30", "ChannelMissing")]
    [InlineData("SMS", "31", "TermMissing")]
    [InlineData("SMS", "0", "TermMissing")]
    [InlineData("SMS", "-30", "TermMissing")]
    [InlineData("SMS", "30 ", "TermMissing")]
    [InlineData("SMS", "99999999999", "TermMissing")]
    [InlineData("FAX", "30", "ChannelMissing")]
    [InlineData("sms", "30", "ChannelMissing")]
    [InlineData("0", "30", "ChannelMissing")]
    public void what_is_not_chosen_is_missing_and_never_assumed(string channel, string term, string faults)
    {
        var (choices, found) = Read(channel, term).Decide(Samples.ParcelPolicy);
        Assert.Null(choices);
        Assert.Equal(faults, string.Join(',', found));
    }

    [Theory]
    [InlineData("SMS", "30", "Sms")]
    [InlineData("VOICE", "90", "Voice")]
    [InlineData("VOICE,SMS", "180", "Sms,Voice")]
    [InlineData("SMS,SMS", "30", "Sms")]
    public void what_is_chosen_is_taken_in_the_order_of_the_contract(string channel, string term, string channels)
    {
        var (choices, found) = Read(channel, term).Decide(Samples.ParcelPolicy);
        Assert.Empty(found);
        Assert.Equal(channels, string.Join(',', choices!.Channels));
        Assert.True(choices.AreOfferedBy(Samples.ParcelPolicy));
    }

    [Fact]
    public void a_channel_that_the_service_does_not_offer_is_as_good_as_none()
    {
        Assert.Equal([ConsentFault.ChannelMissing], Read("VOICE", "30").Decide(Samples.OfferPolicy).Faults);
        Assert.Equal([Channel.Sms], Read("VOICE,SMS", "30").Decide(Samples.OfferPolicy).Choices!.Channels);
    }

    [Fact]
    public void two_terms_at_once_are_none() => Assert.Equal([ConsentFault.TermMissing], Read("SMS", "30,90").Decide(Samples.ParcelPolicy).Faults);

    private static ConsentForm Read(string channel, string term) => ConsentForm.Read(new FormCollection(new Dictionary<string, StringValues>
    {
        ["channel"] = channel.Length == 0 ? StringValues.Empty : channel.Split(','), ["term"] = term.Length == 0 ? StringValues.Empty : term.Split(','),
    }), Language.Zh);
}
