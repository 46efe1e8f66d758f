using System.Net;
using System.Text.Json.Nodes;

namespace Ascs.Hosts.Handset.Tests;

public sealed class UsingThePhones
{
    private const string Number = "13800001234";

    [Fact]
    public async Task a_person_finds_the_phone_reads_the_message_and_replies()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1", Number, text: "【晨曦健康】回复 TD 退订"));
        await handset.Api.PullAll("opA", 1);
        using var browser = new Browser(handset.Api.Http.BaseAddress!);

        await browser.Open("/");
        Assert.Contains("138****1234", browser.Text(), StringComparison.Ordinal);
        Assert.Contains("1 条未读", browser.Text(), StringComparison.Ordinal);
        await browser.Open(browser.Links().Single(l => l.StartsWith("/phones/", StringComparison.Ordinal)));
        Assert.Contains("【晨曦健康】回复 TD 退订", browser.Text(), StringComparison.Ordinal);
        var phone = $"/phones/{await handset.Api.PhoneId(Number)}";
        await browser.Send($"{phone}/replies", ("text", "第一行\r\n第二行"));
        await browser.Send($"{phone}/replies", ("text", ""), ("quick", "TD"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.StartsWith($"{phone}?thread=", browser.Visited[^1], StringComparison.Ordinal);
        var events = await handset.Api.PullAll("opA", 3);
        Assert.Equal([null, "第一行\n第二行", "TD"], events.Select(e => (string?)e["text"]));
        Assert.Equal((Number, "10690001"), ((string)events[2]["from"]!, (string)events[2]["to"]!));
        await browser.Open("/");
        Assert.DoesNotContain("条未读", browser.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_number_typed_into_the_form_opens_its_phone_under_an_opaque_address()
    {
        await using var handset = await Handset.Start();
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        await browser.Open("/");
        await browser.Send("/phones", ("number", "138 0000 1234"));

        Assert.Equal([$"/phones/{await handset.Api.PhoneId(Number)}"], browser.Visited.Skip(1));
        Assert.Contains("138****1234", browser.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_number_appears_in_no_page_link_address_header_or_log_line()
    {
        await using var handset = await Handset.Start();
        var secretText = "口令 774411";
        await handset.Api.Submit("opA", Api.Message("m1", Number, text: secretText), Api.Message("m2", "not a number"));
        await handset.Api.PullAll("opA", 1);
        await handset.Api.Post("/gateway/v1/submit", $$"""{"gateway":"opA","messages":[{"messageId":"{{Number}} {{secretText}}"}]}""", handset.Api.Secret("opA"));
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        var seen = new List<string>();
        await browser.Open("/");
        await browser.Send("/phones", ("number", Number));
        foreach (var address in new[] { "/", "/?show=all", "/control", $"/phones/{await handset.Api.PhoneId(Number)}", "/?refresh=1", "/?lang=en" })
        {
            await browser.Open(address);
            seen.Add(browser.Page + string.Join('\n', browser.Headers));
        }

        Assert.All(seen.Concat(browser.Visited), page => Assert.DoesNotContain(Number, page, StringComparison.Ordinal));
        Assert.Contains(seen, page => page.Contains("138****1234", StringComparison.Ordinal));
        Assert.NotEmpty(handset.Log.Lines); // every category at trace level: the test would see a number if one were logged
        Assert.All(handset.Log.Lines, line => Assert.DoesNotContain(Number, line, StringComparison.Ordinal));
        Assert.All(handset.Log.Lines, line => Assert.DoesNotContain("774411", line, StringComparison.Ordinal));
        Assert.All(handset.Log.Lines, line => Assert.DoesNotContain(handset.Api.Secret("opA"), line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task every_page_speaks_chinese_until_one_asks_for_english()
    {
        await using var handset = await Handset.Start();
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        foreach (var page in new[] { "/", "/control", "/phones/nobody" })
        {
            await browser.Open(page);
            Assert.Contains("<html lang=\"zh-CN\">", browser.Page, StringComparison.Ordinal);
        }
        await browser.Open("/control?lang=en");
        Assert.Equal("/control", browser.Visited[^1]);
        Assert.Contains("<html lang=\"en\">", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", browser.Text().Replace("中文", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_form_without_its_token_changes_nothing()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1", Number));
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        await browser.SendRaw($"/phones/{await handset.Api.PhoneId(Number)}/replies", ("thread", "1"), ("text", "R"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.SendRaw("/control", ("refusePercent", "100"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(0, (double)(await handset.Api.Control("knobs", []))["refusePercent"]!);
        Assert.DoesNotContain(await handset.Api.PullAll("opA", 1), e => (string)e["kind"]! == "reply");
    }

    [Fact]
    public async Task pages_allow_no_script_and_load_their_style_by_its_hash()
    {
        await using var handset = await Handset.Start();
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        await browser.Open("/");
        Assert.Contains("default-src 'none'; style-src 'self'", browser.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|style=\"| on[a-z]+=\"", browser.Page);
        await browser.Open(browser.Links().Single(l => l.EndsWith(".css", StringComparison.Ordinal)));
        Assert.Equal(("text/css; charset=utf-8", "public, max-age=31536000, immutable"), (browser.Headers["Content-Type"], browser.Headers["Cache-Control"]));
    }

    [Fact]
    public async Task the_text_of_a_message_is_shown_and_never_interpreted()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1", Number, text: "<script>alert(1)</script> & \"quoted\""));
        await handset.Api.PullAll("opA", 1);
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        await browser.Open($"/phones/{await handset.Api.PhoneId(Number)}");
        Assert.DoesNotContain("<script", browser.Page, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script> & \"quoted\"", WebUtility.HtmlDecode(browser.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_reply_too_long_comes_back_with_its_text_and_the_reason()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1", Number));
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        var phone = $"/phones/{await handset.Api.PhoneId(Number)}";
        await browser.Open(phone);
        await browser.Send($"{phone}/replies", ("text", new string('好', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("最多 1000 字，现在是 1001 字", browser.Text(), StringComparison.Ordinal);
        Assert.Contains(new string('好', 1001), browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_thread_of_another_phone_can_not_be_replied_to()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1", Number), Api.Message("m2", "13900005678"));
        await handset.Api.PullAll("opA", 2);
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        await browser.Open($"/phones/{await handset.Api.PhoneId(Number)}");
        var token = System.Text.RegularExpressions.Regex.Match(browser.Page, "name=\"form\" value=\"([^\"]*)\"").Groups[1].Value;
        await browser.SendRaw($"/phones/{await handset.Api.PhoneId(Number)}/replies", ("form", token), ("thread", "2"), ("text", "R"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Empty((await handset.Api.Pull("opA", 2))["events"]!.AsArray());
    }

    [Fact]
    public async Task conversations_are_apart_by_service_number_and_long_ones_page_back()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", [.. Enumerable.Range(0, 150).Select(i => Api.Message($"m{i}", Number, text: $"第{i}条。"))]);
        await handset.Api.Submit("opA", Api.Message("other", Number, from: "10690002", text: "另一个号码"));
        await handset.Api.PullAll("opA", 151);
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        await browser.Open($"/phones/{await handset.Api.PhoneId(Number)}?thread=1");
        Assert.Contains("第149条。", browser.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("第10条。", browser.Text(), StringComparison.Ordinal);
        Assert.Contains("另一个号码", browser.Text(), StringComparison.Ordinal); // in the list of conversations

        await browser.Open(browser.Links().Single(l => l.Contains("before=", StringComparison.Ordinal)));
        Assert.Contains("第10条。", browser.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_failed_message_never_shows_on_the_phone()
    {
        await using var handset = await Handset.Start(Handset.AtOnce with { FailurePercent = 100 });
        await handset.Api.Submit("opA", Api.Message("m1", Number, text: "失败的短信"));
        await handset.Api.PullAll("opA", 1);
        Assert.Empty((await handset.Api.Control("inbox", new JsonObject { ["number"] = Number }))["messages"]!.AsArray());
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        await browser.Open($"/phones/{await handset.Api.PhoneId(Number)}");
        Assert.DoesNotContain("失败的短信", browser.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task knobs_are_turned_and_put_back_on_their_page()
    {
        await using var handset = await Handset.Start();
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        var all = new[]
        {
            "seed", "receiptDelayMinMilliseconds", "receiptDelayMaxMilliseconds", "receiptLossPercent", "receiptDuplicatePercent", "receiptLatePercent",
            "receiptLateSeconds", "failurePercent", "answerDelayMilliseconds", "crashAfterMessages",
        }.Select(name => (name, "0")).ToArray();
        await browser.Open("/control");
        await browser.Send("/control", [.. all, ("refusePercent", "12.5"), ("crashPoint", "beforePersist")]);
        Assert.Contains("已生效", browser.Text(), StringComparison.Ordinal);
        Assert.Equal(12.5, (double)(await handset.Api.Control("knobs", []))["refusePercent"]!);

        await browser.Send("/control", [.. all, ("refusePercent", "120"), ("crashPoint", "beforePersist")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("应在 0 到 100 之间", browser.Text(), StringComparison.Ordinal);

        await browser.Send("/control", ("reset", "1"));
        Assert.Equal(0, (double)(await handset.Api.Control("knobs", []))["refusePercent"]!);
    }

    [Fact]
    public async Task a_page_that_is_live_reloads_itself_and_stays_live_after_a_reply()
    {
        await using var handset = await Handset.Start();
        await handset.Api.Submit("opA", Api.Message("m1", Number));
        using var browser = new Browser(handset.Api.Http.BaseAddress!);
        var phone = $"/phones/{await handset.Api.PhoneId(Number)}";
        await browser.Open(phone);
        Assert.DoesNotContain("http-equiv=\"refresh\"", browser.Page, StringComparison.Ordinal);
        await browser.Open(browser.Links().Single(l => l.EndsWith("refresh=1", StringComparison.Ordinal)));
        Assert.Contains("http-equiv=\"refresh\" content=\"5\"", browser.Page, StringComparison.Ordinal);
        await browser.Send($"{phone}/replies", ("text", "R"));
        Assert.Contains("http-equiv=\"refresh\"", browser.Page, StringComparison.Ordinal);
    }
}
