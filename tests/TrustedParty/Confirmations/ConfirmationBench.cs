using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Tests.Bench;
using Ascs.TrustedParty.Tests.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Ascs.TrustedParty.Tests.Confirmations;

/// <summary>A browser before the confirmation pages.</summary>
internal sealed class ConfirmationBench : IDisposable
{
    private readonly WebApplication services = Build();
    private readonly Dictionary<string, string> cookies = [];

    private ConfirmationBench(PartyBench party) => Party = party;

    public PartyBench Party { get; }

    public string? Cookie => cookies.Count == 0 ? null : string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public static async Task<ConfirmationBench> StartAsync() => new(await PartyBench.StartAsync());

    public string OwnOrigin => Party.Directory.Self.PublicAddress!.GetLeftPart(UriPartial.Authority);

    public string EnterpriseOrigin => Party.Meadow.PublicAddress!.GetLeftPart(UriPartial.Authority);

    public Confirmation Confirmation(ConsentNonce? nonce = null)
    {
        var choices = new ConsentChoices([Channel.Sms], 90, Language.Zh);
        var text = Encoding.UTF8.GetBytes(ConsentText.For(SamplePolicies.Policy, choices));
        return new Confirmation(
            1, FakeDirectory.Meadow, SamplePolicies.Service, 1, choices, Digest.From(Sm3.Hash(text)), Digest.From(new byte[32]), nonce ?? ConsentNonce.From(new byte[16]),
            EnterpriseOrigin + "/consent/return", UnixTime.From(Party.Time.GetUtcNow().AddMinutes(10)));
    }

    public string Carry(Confirmation confirmation, Peer? signer = null, string operation = Operations.Confirmation) =>
        Base64Url.EncodeToString(Json(FakeSigner.Sign((signer ?? Party.Meadow).PlatId, operation, Json(confirmation))));

    public Task<(int Status, string Html)> ShowAsync(string carried, string? origin = null, string? language = null) => PostAsync(
        (http, parts) => new ShowConfirmation(
            parts.Reader, Party.Clicks, parts.Tokens, parts.Answer, parts.Notices, Party.Directory, Options, Party.Time).HandleAsync(http),
        origin ?? EnterpriseOrigin, new() { ["confirmation"] = carried, ["lang"] = language });

    public Task<(int Status, string Html)> ClickAsync(string carried, string? token, string? decision = "confirm", string? origin = null) => PostAsync(
        (http, parts) => new RecordClick(parts.Reader, Party.Clicks, parts.Tokens, parts.Answer, parts.Notices, Party.Directory, Party.Time).HandleAsync(http),
        origin ?? OwnOrigin, new() { ["confirmation"] = carried, ["form"] = token, ["decision"] = decision });

    /// <summary>The value of a hidden field.</summary>
    public static string? Field(string html, string name) =>
        Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    /// <summary>The result that a page carries back, if the trusted party signed it.</summary>
    public ConfirmationResult? Result(string html)
    {
        if (Field(html, "result") is not { } carried)
            return null;
        var document = Parse<SignedDocument>(Base64Url.DecodeFromChars(carried));
        Assert.True(new FakeSigner(default).TryOpen(Party.Directory.Self.PlatId, Operations.ConfirmationResult, document, out var content));
        return Parse<ConfirmationResult>(content);
    }

    public void ForgetCookie() => cookies.Clear();

    public void Dispose()
    {
        ((IDisposable)services).Dispose();
        Party.Dispose();
    }

    private TrustedPartyOptions Options => new()
    {
        Store = Party.Store, KeyStore = Party.KeyDocuments, Keys = Party.Ring, LogOrigin = "log.example/1", ServicesFile = "s", TemplatesFile = "t",
        Name = new("可信登记处", "Trusted Register"),
    };

    private async Task<(int Status, string Html)> PostAsync(
        Func<HttpContext, (ReadConfirmation Reader, FormTokens Tokens, ShowAnswer Answer, ConfirmationNotices Notices), Task<IResult>> handle,
        string origin, Dictionary<string, string?> fields)
    {
        var notices = new ConfirmationNotices(Options);
        var signer = new FakeSigner(Party.Directory.Self.PlatId);
        var tokens = new FormTokens(Party.Ring);
        var answer = new ShowAnswer(tokens, new ReturnToEnterprise(signer, notices, Options), Party.Records, Party.Revocations(), Options);
        var parts = (new ReadConfirmation(Party.Directory, signer, Party.Catalogue, Party.Time), tokens, answer, notices);
        await using var scope = services.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = new MemoryStream() } };
        (http.Request.Scheme, http.Request.Host, http.Request.Method) = ("https", new HostString(Party.Directory.Self.PublicAddress!.Host), "POST");
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(fields.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => new StringValues(f.Value)));
        if (origin.Length > 0)
            http.Request.Headers.Origin = origin;
        if (Cookie is not null)
            http.Request.Headers.Cookie = Cookie;
        await (await handle(http, parts)).ExecuteAsync(http);
        if (http.Response.Headers.SetCookie is [{ } cookie, ..])
        {
            Assert.Matches("httponly", cookie);
            Assert.Matches("secure", cookie);
            Assert.Matches("samesite=strict", cookie);
            var named = cookie.Split(';')[0].Split('=', 2);
            cookies[named[0]] = named[1];
        }

        return (http.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }

    // The container of a real host, never started: pages need what it brings along.
    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return builder.Build();
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, WireOptions.Strict.GetTypeInfo(typeof(T)));

    private static T Parse<T>(byte[] json) => (T)JsonSerializer.Deserialize(json, WireOptions.Strict.GetTypeInfo(typeof(T)))!;
}
