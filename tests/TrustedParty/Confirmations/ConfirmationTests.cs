using System.Net;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Confirmations;

public sealed class ConfirmationTests
{
    private static readonly Dictionary<string, (int Status, Func<ConfirmationBench, string> Carried)> Refused = new()
    {
        ["nothing"] = (400, _ => string.Empty),
        ["no base64url"] = (400, _ => "%%%"),
        ["no json"] = (400, _ => "AAAA"),
        ["another enterprise's signature"] = (400, b => b.Carry(b.Confirmation(), b.Party.Directory.Enterprise(FakeDirectory.Harbour))),
        ["a signature for something else"] = (400, b => b.Carry(b.Confirmation(), operation: Operations.SealedId)),
        ["an unknown enterprise"] = (400, b => b.Carry(b.Confirmation() with { EnterpriseId = EnterpriseId.Parse("nobody") })),
        ["an enterprise that signs for another"] = (400, b => b.Carry(b.Confirmation() with { EnterpriseId = FakeDirectory.Harbour })),
        ["a longer life than ten minutes"] = (410, b => b.Carry(b.Confirmation() with { ExpiresAt = UnixTime.From(b.Party.Time.GetUtcNow().AddMinutes(12)) })),
        ["a life that is over"] = (410, b => b.Carry(b.Confirmation() with { ExpiresAt = UnixTime.From(b.Party.Time.GetUtcNow()) })),
        ["an unknown policy"] = (422, b => b.Carry(b.Confirmation() with { PolicyVersion = 2 })),
        ["choices not offered"] = (422, b => b.Carry(b.Confirmation() with { Choices = new([Channel.Sms], 31, Language.Zh) })),
        ["another text"] = (422, b => b.Carry(b.Confirmation() with { TextHash = Digest.From(new byte[32]) })),
        ["a return to elsewhere"] = (400, b => b.Carry(b.Confirmation() with { ReturnUrl = "https://evil.example/consent/return" })),
        ["a return to another port"] = (400, b => b.Carry(b.Confirmation() with { ReturnUrl = b.EnterpriseOrigin + ":8443/consent/return" })),
        ["a return without tls"] = (400, b => b.Carry(b.Confirmation() with { ReturnUrl = "http://p2.example/consent/return" })),
        ["a token in the return address"] = (400, b => b.Carry(b.Confirmation() with { ReturnUrl = b.EnterpriseOrigin + "/consent/return?t=1" })),
        ["a user in the return address"] = (400, b => b.Carry(b.Confirmation() with { ReturnUrl = "https://p2.example@evil.example/" })),
    };

    private static CancellationToken Ct => PartyBench.Ct;

    public static TheoryData<string> Refusals() => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task a_confirmation_that_no_enterprise_may_ask_for_is_not_shown(string what)
    {
        using var bench = await ConfirmationBench.StartAsync();

        var (status, html) = await bench.ShowAsync(Refused[what].Carried(bench));

        Assert.Equal(Refused[what].Status, status);
        Assert.DoesNotContain("name=\"decision\"", html, StringComparison.Ordinal);
        Assert.Null(bench.Cookie);
    }

    [Fact]
    public async Task the_page_says_who_what_and_how_long_from_the_policy_and_offers_both_answers()
    {
        using var bench = await ConfirmationBench.StartAsync();

        var (status, html) = await bench.ShowAsync(bench.Carry(bench.Confirmation()));

        Assert.Equal(200, status);
        var text = WebUtility.HtmlDecode(html);
        foreach (var words in new[] { "草原乳业", "订单通知", "订单与配送的进度。", "09:00–20:00", "每天最多2次", "90天", "2026年5月31日", "lang=\"zh-CN\"" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("value=\"confirm\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"decline\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=\"", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task the_language_switch_shows_the_same_page_in_english()
    {
        using var bench = await ConfirmationBench.StartAsync();

        var (_, html) = await bench.ShowAsync(bench.Carry(bench.Confirmation()), bench.OwnOrigin, "en");

        Assert.Contains("May Meadow Dairy contact you?", html, StringComparison.Ordinal);
        Assert.Contains("until 31 May 2026", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task a_form_on_a_page_of_someone_else_is_not_shown(string origin)
    {
        using var bench = await ConfirmationBench.StartAsync();

        Assert.Equal(403, (await bench.ShowAsync(bench.Carry(bench.Confirmation()), origin)).Status);
    }

    [Theory]
    [InlineData("confirm", true)]
    [InlineData("decline", false)]
    public async Task a_click_is_recorded_and_carried_back_signed(string decision, bool confirmed)
    {
        using var bench = await ConfirmationBench.StartAsync();
        var confirmation = bench.Confirmation();
        var carried = bench.Carry(confirmation);
        var (_, page) = await bench.ShowAsync(carried);

        var (status, html) = await bench.ClickAsync(carried, ConfirmationBench.Field(page, "form"), decision);

        Assert.Equal(200, status);
        var at = UnixTime.From(bench.Party.Time.GetUtcNow());
        Assert.Equal(new ConfirmationResult(1, FakeDirectory.Meadow, confirmation.ConsentNonce, confirmed, at), bench.Result(html));
        Assert.Contains($"action=\"{confirmation.ReturnUrl}\"", html, StringComparison.Ordinal);
        var click = await bench.Party.Clicks.FindAsync(FakeDirectory.Meadow, confirmation.ConsentNonce, Ct);
        Assert.Equal(new Click(confirmed ? ClickKind.Confirmed : ClickKind.Declined, at, confirmation.TextHash, confirmation.SealedIdsHash), click);
    }

    [Fact]
    public async Task two_confirmations_open_side_by_side_can_both_be_answered()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var (one, two) = (bench.Carry(bench.Confirmation()), bench.Carry(bench.Confirmation(ConsentNonce.From([.. Enumerable.Repeat((byte)1, 16)]))));
        var first = ConfirmationBench.Field((await bench.ShowAsync(one)).Html, "form");
        var second = ConfirmationBench.Field((await bench.ShowAsync(two)).Html, "form");

        Assert.True(bench.Result((await bench.ClickAsync(one, first)).Html)!.Confirmed);
        Assert.True(bench.Result((await bench.ClickAsync(two, second)).Html)!.Confirmed);
        Assert.Equal(403, (await bench.ClickAsync(one, second)).Status);
    }

    [Fact]
    public async Task the_first_answer_stays_whatever_is_clicked_or_shown_later()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var carried = bench.Carry(bench.Confirmation());
        var token = ConfirmationBench.Field((await bench.ShowAsync(carried)).Html, "form");
        await bench.ClickAsync(carried, token, "decline");
        bench.Party.Time.Advance(TimeSpan.FromMinutes(1));

        var second = await bench.ClickAsync(carried, token, "confirm");
        var shown = await bench.ShowAsync(carried);

        Assert.False(bench.Result(second.Html)!.Confirmed);
        Assert.Equal(bench.Result(second.Html), bench.Result(shown.Html));
    }

    [Fact]
    public async Task a_click_without_the_cookie_the_token_the_origin_or_a_decision_counts_for_nothing()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var (confirmation, other) = (bench.Confirmation(), bench.Confirmation(ConsentNonce.From([.. Enumerable.Repeat((byte)1, 16)])));
        var carried = bench.Carry(confirmation);
        var token = ConfirmationBench.Field((await bench.ShowAsync(carried)).Html, "form");

        Assert.Equal(403, (await bench.ClickAsync(carried, null)).Status);
        Assert.Equal(403, (await bench.ClickAsync(carried, "AAAA")).Status);
        Assert.Equal(403, (await bench.ClickAsync(carried, token, decision: "maybe")).Status);
        Assert.Equal(403, (await bench.ClickAsync(carried, token, origin: bench.EnterpriseOrigin)).Status);
        Assert.Equal(403, (await bench.ClickAsync(bench.Carry(other), token)).Status); // the token is for the page that was shown
        bench.ForgetCookie();
        Assert.Equal(403, (await bench.ClickAsync(carried, token)).Status);
        Assert.Null(await bench.Party.Clicks.FindAsync(FakeDirectory.Meadow, confirmation.ConsentNonce, Ct));
    }

    [Fact]
    public async Task a_click_after_the_ten_minutes_is_not_recorded()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var carried = bench.Carry(bench.Confirmation());
        var token = ConfirmationBench.Field((await bench.ShowAsync(carried)).Html, "form");
        bench.Party.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(410, (await bench.ClickAsync(carried, token)).Status);
        Assert.Null(await bench.Party.Clicks.FindAsync(FakeDirectory.Meadow, bench.Confirmation().ConsentNonce, Ct));
    }

    [Fact]
    public async Task one_showing_can_not_confirm_two_consents()
    {
        using var bench = await ConfirmationBench.StartAsync();
        var first = bench.Carry(bench.Confirmation());
        await bench.ClickAsync(first, ConfirmationBench.Field((await bench.ShowAsync(first)).Html, "form"));

        var (status, html) = await bench.ShowAsync(bench.Carry(bench.Confirmation() with { SealedIdsHash = Digest.From([.. Enumerable.Repeat((byte)1, 32)]) }));

        Assert.Equal(409, status);
        Assert.Null(bench.Result(html));
    }
}
