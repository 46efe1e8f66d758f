using System.Text.RegularExpressions;
using Ascs.Enterprise.Tests.World;

namespace Ascs.Enterprise.Tests.Consent;

/// <summary>The separate prompt, item by item (ISC-6.1.1.1).</summary>
public sealed class PromptPageTests
{
    [Theory]
    [InlineData("operating subject", "服务运营主体：鸿雁快递", "Hongyan Express operates this service")]
    [InlineData("providing subject", "服务提供主体：公信第三方与您的电信运营商", "The trusted third party and your telecom operator provides the communication")]
    [InlineData("service content", "告诉您包裹的派送与取件进度", "Where your parcel is and how to collect it")]
    [InlineData("term, first", "30 天", "30 days")]
    [InlineData("term, last", "180 天", "180 days")]
    [InlineData("number never given", "鸿雁快递无法获取您的手机号", "does not get your phone number")]
    [InlineData("anonymous identifier only within the term", "该标识仅用于本服务，且仅在授权期内有效", "works only for this service and only during the term")]
    [InlineData("when, SMS", "每日09:00–20:00（北京时间）", "Between 09:00–20:00 (Beijing time)")]
    [InlineData("how often, SMS", "每天最多5次，每周（周一至周日）最多20次", "at most 5 a day and 20 a week (Monday to Sunday)")]
    [InlineData("which number, SMS", "106912340001", "106912340001")]
    [InlineData("when, voice", "每日10:00–18:00（北京时间）", "Between 10:00–18:00 (Beijing time)")]
    [InlineData("which number, voice", "95112340", "95112340")]
    [InlineData("items collected and shared", "OAID、IMEI、IMSI", "OAID, IMEI, IMSI")]
    [InlineData("cancel by address", "https://hongyan.example/subscriptions", "https://hongyan.example/subscriptions")]
    [InlineData("cancel in the app", "我的 › 订阅 › 包裹通知", "Me › Subscriptions › Parcel notices")]
    [InlineData("cancel through a person", "鸿雁快递客服 95123", "Hongyan Express service desk 95123")]
    [InlineData("cancel by reply", "回复 R、TD", "reply R, TD or STOP")]
    [InlineData("refusing costs nothing", "不影响您使用其他服务", "does not affect anything else you use")]
    public async Task the_prompt_says(string item, string zh, string en)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        foreach (var (language, words) in new[] { ("zh", zh), ("en", en) })
        {
            using var visit = world.Visit(language);
            await visit.StartAsync();
            Assert.True(visit.Text.Contains(words, StringComparison.Ordinal), $"{item} is missing in {language}");
        }
    }

    [Fact]
    public async Task nothing_is_ticked_or_picked_beforehand_and_channels_are_ticked_apart()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync();
        Assert.DoesNotMatch("<input[^>]*\\schecked", visit.Page);
        Assert.Equal(["SMS", "VOICE"], Regex.Matches(visit.Page, "type=\"checkbox\" name=\"channel\" value=\"([A-Z]+)\"").Select(m => m.Groups[1].Value));
        Assert.Equal(["30", "90", "180"], Regex.Matches(visit.Page, "type=\"radio\" name=\"term\" value=\"([0-9]+)\"").Select(m => m.Groups[1].Value));
    }

    [Fact]
    public async Task it_links_to_the_full_agreement_and_the_privacy_policy_which_list_every_version_and_item()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync();
        Assert.Contains("href=\"/agreement#parcel-notice\"", visit.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"/privacy#parcel-notice\"", visit.Page, StringComparison.Ordinal);
        await visit.OpenAsync("/agreement");
        Assert.Contains("Version 1", visit.Text, StringComparison.Ordinal);
        Assert.Contains("Delivery progress only.", visit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("qinghe", visit.Page, StringComparison.Ordinal);
        await visit.OpenAsync("/privacy");
        foreach (var item in new[] { "OAID", "IMEI", "IMSI", "Your choices" })
            Assert.Contains(item, visit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData(null, false)]
    public async Task a_privacy_signal_is_acknowledged(string? signal, bool acknowledged)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        if (signal is not null)
            visit.Headers["Sec-GPC"] = signal;
        await visit.StartAsync();
        Assert.Equal(acknowledged, visit.Text.Contains("nothing optional is on", StringComparison.Ordinal));
        Assert.DoesNotMatch("<input[^>]*\\schecked", visit.Page);
    }

    [Fact]
    public async Task faults_stand_beside_their_fields_and_in_a_summary_that_takes_the_focus()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync();
        await visit.SubmitAsync("/consent", ("decision", "agree"), ("channel", "VOICE"));
        Assert.Equal(422, (int)visit.Status);
        Assert.Matches("<div class=\"problem\" role=\"alert\" tabindex=\"-1\" id=\"problem\" autofocus", visit.Page);
        Assert.Contains("href=\"#term\"", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#channel\"", visit.Page, StringComparison.Ordinal);
        Assert.Matches("<fieldset id=\"term\" aria-describedby=\"term-error term-hint\"", visit.Page);
        Assert.Contains("id=\"term-error\"", visit.Page, StringComparison.Ordinal);
        Assert.Matches("value=\"VOICE\" checked", visit.Page);
        Assert.DoesNotMatch("value=\"SMS\" checked", visit.Page);
        Assert.Empty(world.ThirdParty.Calls);
    }
}
