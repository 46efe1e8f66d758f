using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>Bytes made by openssl; <c>vectors/make.mjs</c> is the program that asked it.</summary>
public sealed class SessionVectorTests
{
    private static readonly JsonNode Login = Read("login"), Fields = Read("fields"), Tokens = Read("tokens"), DataKeys = Read("data-keys");

    public static TheoryData<int> FieldCases => [.. Enumerable.Range(0, Fields["cases"]!.AsArray().Count)];

    [Theory]
    [MemberData(nameof(FieldCases))]
    public void a_sensitive_member_is_openssls(int number)
    {
        var one = Fields["cases"]![number]!;
        var cipher = FieldCipher.Of(Text(one["suite"]), Text(Fields["keyId"]), Hex(Fields["keyHex"]));
        var expected = SealedText.Parse(Text(one["sealed"]));
        Assert.Equal(expected, cipher.Seal(Text(one["algorithm"]), Text(one["text"]), Hex(Fields["ivHex"])));
        Assert.Equal(Text(one["text"]), cipher.Open(expected));
    }

    [Fact]
    public void tokens_are_openssls()
    {
        foreach (var one in Tokens["cases"]!.AsArray())
        {
            var random = one!["randomHex"]!.AsArray().Select(hex => Hex(hex)).GetEnumerator();
            byte[] Next() => random.MoveNext() ? random.Current : throw new InvalidOperationException("another draw than openssl needed");
            var (platform, at) = (Platform(Tokens["platId"]!), DateTimeOffset.FromUnixTimeMilliseconds(Tokens["time"]!.GetValue<long>()));
            Assert.Equal(Text(one["text"]), Text(one["kind"]) switch
            {
                "auth" => MintedToken.Auth(platform, at, Next), "access" => MintedToken.Access(platform, at, Next), _ => MintedToken.Refresh(platform, at, Next),
            });
        }
    }

    [Fact]
    public void both_transcripts_proofs_and_keys_of_a_login_are_openssls()
    {
        var (caller, called, request, answer) = (Login["caller"]!, Login["called"]!, Login["request"]!, Login["answer"]!);
        var suites = request["suites"]!.AsArray().Select(Text).ToArray();
        var t1 = LoginTranscript.OfRequest(
            Platform(caller["platId"]!), Platform(called["platId"]!), SHA256.HashData(Bytes(caller["certificate"])), SHA256.HashData(Bytes(called["certificate"])), suites,
            Bytes(request["ephemeral"]), Bytes(request["nonce"]));
        Assert.Equal(Hex(Login["t1Hex"]), t1);
        Assert.True(LoginSide.Caller.Holds(Ascii(called["authTokenForCaller"]), Bytes(caller["certificate"]), t1, Bytes(request["proof"]), Bytes(request["signature"])));
        var t2 = LoginTranscript.OfAnswer(
            t1, Bytes(request["proof"]), Bytes(request["signature"]), SHA256.HashData(Bytes(called["certificate"])), Text(answer["suite"]), Bytes(answer["ephemeral"]),
            Bytes(answer["nonce"]), SessionId.Parse(Text(answer["sessionId"])));
        Assert.Equal(Hex(Login["t2Hex"]), t2);
        Assert.True(LoginSide.Called.Holds(Ascii(caller["authTokenForCalled"]), Bytes(called["certificate"]), t2, Bytes(answer["proof"]), Bytes(answer["signature"])));
        var agreed = SessionAgreement.Derive(Hex(Login["sharedHex"]), t2);
        Assert.Equal((Text(Login["macKeyHex"]), Text(Login["fieldKeyHex"])), (Convert.ToHexStringLower(agreed.Mac), Convert.ToHexStringLower(agreed.Fields)));
    }

    [Fact]
    public void both_ephemeral_keys_agree_on_openssls_secret()
    {
        foreach (var (own, other) in new[] { ("caller", "answer"), ("called", "request") })
        {
            using var key = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Hex(Login[own]!["ephemeralKeyHex"]) });
            Assert.Equal(Hex(Login["sharedHex"]), SessionAgreement.Share(key, Bytes(Login[other]!["ephemeral"])));
        }
    }

    [Fact]
    public void data_keys_are_made_and_wrapped_as_openssl_does()
    {
        using var exchange = Sm2PrivateKey.Import(Hex(DataKeys["exchangeKeyHex"]));
        var (platform, at) = (Platform(DataKeys["platId"]!), DateTimeOffset.FromUnixTimeMilliseconds(DataKeys["time"]!.GetValue<long>()));
        foreach (var one in DataKeys["cases"]!.AsArray())
        {
            Assert.Equal(Hex(one!["keyHex"]), DataKey.Make(Text(one["suite"]), platform, at, Hex(DataKeys["randomHex"])).Key);
            var wrapped = StrictJson.Read<DataKeyAnswer>(Encoding.UTF8.GetBytes($$"""{"v":1,"dataKey":{{one["dataKey"]!.ToJsonString()}}}"""))!.DataKey;
            var session = SessionId.Parse(Text(DataKeys["sessionId"]));
            Assert.Equal(Hex(one["keyHex"]), DataKey.Unwrap(wrapped, session, exchange, at)!.Key);
            Assert.Null(DataKey.Unwrap(wrapped, SessionId.From(new byte[16]), exchange, at));
            Assert.Null(DataKey.Unwrap(wrapped with { KeyId = "data-" + new string('A', 22) }, session, exchange, at));
            Assert.Null(DataKey.Unwrap(wrapped with { Seconds = 0 }, session, exchange, at));
            Assert.Null(DataKey.Unwrap(wrapped with { Seconds = 3601 }, session, exchange, at));
        }
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", name + ".json")))!;

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static byte[] Hex(JsonNode? node) => Convert.FromHexString(Text(node));

    private static byte[] Ascii(JsonNode? node) => Encoding.ASCII.GetBytes(Text(node));

    private static byte[] Bytes(JsonNode? node) => System.Buffers.Text.Base64Url.DecodeFromChars(Text(node));

    private static PlatId Platform(JsonNode node) => Issued.Platform(node.GetValue<long>());
}
