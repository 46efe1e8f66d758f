using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Trust.Sessions;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.3.1, assessed as 5.1.3.1 says: dynamic keys and what travels under them.</summary>
public sealed class DataKeyTests(AssessedSystem system) : IClassFixture<AssessedSystem>
{
    private const string Refused = "DATA_KEY_INVALID";
    private const string Variable = "二楼内科";

    private static readonly TimeSpan Hour = TimeSpan.FromMinutes(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Assessor Assessor => system.Assessor;

    [Fact]
    [Clause("CHEAA-4.1.3.1a", "a key handed out opens and seals for an hour: at 59:59 its call passes, at 60:01 it is refused, a renewed key passes; 5.1.3.1 a 2")]
    public async Task A_data_key_lives_sixty_minutes()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        Assert.True((await SendAsync(session)).Passed);
        system.Clock.Move(Hour - TimeSpan.FromSeconds(1) - Elapsed(session));
        Assert.True((await SendAsync(session)).Passed);
        system.Clock.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(Refused, (await SendAsync(session)).Code);
        var renewed = new CallerSession(Assert.IsType<KeptSession>(await Assessor.RenewDataKeyAsync(session, Cancelled)), "0");
        Assert.True((await SendAsync(renewed)).Passed);
    }

    [Fact]
    [Clause("CHEAA-4.1.3.1a", "each login hands out another key, and the one before is void with it; after logout none works; the key is a 256-bit hash of PlatID, Beijing time and random bytes; 5.1.3.1 a 3, a 4")]
    public async Task Login_brings_a_new_key_and_voids_the_old()
    {
        var first = await Assessor.LoginAsync(Cancelled);
        var second = await Assessor.LoginAsync(Cancelled);
        Assert.NotEqual(first.DataKeyId, second.DataKeyId);
        Assert.NotEqual(first.Kept.DataKeys[^1].Key, second.Kept.DataKeys[^1].Key);
        var withOldKey = new CallerSession(second.Kept with { DataKeys = first.Kept.DataKeys }, "0");
        Assert.Equal(Refused, (await SendAsync(withOldKey)).Code);
        Assert.True((await SendAsync(second)).Passed);
        await Assessor.SendAsync(Assessor.Sign(SessionCatalogue.Logout, """{"v":1}"""u8.ToArray(), Assessor.Of(second)), Cancelled);
        Assert.False((await SendAsync(second)).Passed);
        EachFactorCounts();
    }

    [Theory]
    [InlineData("cheaa")]
    [InlineData("gm")]
    [Clause("CHEAA-4.1.3.1a", "what the wire carries is opened by the assessor's own code: AES-256 in CFB (or OFB) with a random IV under the suite of this standard, SM4 under the other; 5.1.3.1 a 1, a 5")]
    public async Task What_travels_is_encrypted_under_the_dynamic_key(string suite)
    {
        var session = await Assessor.LoginAsync(Cancelled);
        var spoken = new CallerSession(session.Kept with { Suite = suite }, "0");
        var (one, other) = (Body(spoken), Body(spoken));
        Assert.DoesNotContain(Variable, Encoding.UTF8.GetString(one), StringComparison.Ordinal);
        Assert.NotEqual(Sealed(one), Sealed(other));
        if (suite == "cheaa")
            Assert.Equal(Variable, OpenByHand(Sealed(one), session.Kept.DataKeys[^1].Key));
        else
            Assert.StartsWith("gm-cfb.", Sealed(one), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CHEAA-4.1.3.1b", "two equal sends after two logins: the sensitive member is ciphertext and differs; a member in clear is refused; 5.1.3.1 b 1")]
    public async Task Two_equal_sends_differ_on_the_wire()
    {
        var first = Body(await Assessor.LoginAsync(Cancelled));
        var session = await Assessor.LoginAsync(Cancelled);
        var second = Body(session);
        Assert.NotEqual(Sealed(first), Sealed(second));
        var clear = JsonSerializer.SerializeToUtf8Bytes(Message, SensitiveWire.Clear);
        Assert.Contains(Variable, Encoding.UTF8.GetString(clear).Replace("\\u4E8C\\u697C\\u5185\\u79D1", Variable, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False((await Assessor.SendAsync(Assessor.Sign(EnterpriseCatalogue.CheckTask, clear, Assessor.Of(session)), Cancelled)).Passed);
    }

    [Fact]
    [Clause("CHEAA-4.1.3.1b", "the one password there is, the AuthToken, is in no byte of a login; what stands for it is HMAC-SHA256 salted by both nonces and differs from login to login; 5.1.3.1 b 2")]
    public async Task Passwords_travel_as_salted_hashes()
    {
        await Assessor.LoginAsync(Cancelled);
        await Assessor.LoginAsync(Cancelled);
        var logins = system.Tap.Messages.Where(message => message.Path == SessionCatalogue.Login.Route).ToArray();
        var proofs = logins.Select(login => JsonSerializer.Deserialize<LoginRequest>(login.RequestBody, WireOptions.Strict)!.Proof).ToArray();
        Assert.Equal(proofs.Length, proofs.Distinct().Count());
        var token = Assessor.Options.Sessions.AuthTokenFrom(Assessor.Called.PlatId)!;
        Assert.All(logins, login => Assert.Equal((-1, -1), (login.Request.AsSpan().IndexOf(token), login.Answer.AsSpan().IndexOf(token))));
    }

    private static CreateTaskRequest Message => Messages.Visit(Aid.FromBytes(new byte[16]));

    private Task<Verdict> SendAsync(CallerSession session) => Assessor.SendAsync(Assessor.Sign(EnterpriseCatalogue.CheckTask, Body(session), Assessor.Of(session)), Cancelled);

    private static byte[] Body(CallerSession session) => JsonSerializer.SerializeToUtf8Bytes(Message, session.Wire.Strict);

    private static string Sealed(byte[] body) =>
        JsonDocument.Parse(body).RootElement.GetProperty("recipients")[0].GetProperty("variables").GetProperty("place").GetString()!;

    // How much of the hour has passed since it was handed out.
    private TimeSpan Elapsed(CallerSession session) => Hour - (DateTimeOffset.FromUnixTimeMilliseconds(session.Kept.DataKeys[^1].Until) - system.Clock.GetUtcNow());

    private static void EachFactorCounts()
    {
        var (one, now, zeros) = (Plat(1000000000000001), TimeProvider.System.GetUtcNow(), new byte[32]);
        byte[][] keys =
        [
            DataKey.Make("cheaa", one, now, zeros).Key, DataKey.Make("cheaa", Plat(1000000000000002), now, zeros).Key,
            DataKey.Make("cheaa", one, now.AddMilliseconds(1), zeros).Key, DataKey.Make("cheaa", one, now, [.. Enumerable.Repeat((byte)1, 32)]).Key,
        ];
        Assert.All(keys, key => Assert.Equal(32, key.Length)); // 5.1.3.1 a 3: more than 128 bits
        Assert.Equal(keys.Length, keys.Select(Convert.ToHexString).Distinct().Count());
    }

    // Written from docs/trust-protocol.md with the framework's AES alone, block by block (NIST SP 800-38A 6.3).
    private static string OpenByHand(string sealedText, byte[] dataKey)
    {
        var parts = sealedText.Split('.');
        Assert.Equal("cheaa-cfb", parts[0]);
        var content = Base64Url.DecodeFromChars(parts[2]);
        var (iv, ciphertext, mac) = (content[..16], content[16..^32], content[^32..]);
        var keys = HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, 64, info: "ascs-fields-v1 cheaa"u8.ToArray());
        byte[] input = [.. Prefixed(Encoding.ASCII.GetBytes(parts[0])), .. Prefixed(Encoding.ASCII.GetBytes(parts[1])), .. Prefixed(iv), .. Prefixed(ciphertext)];
        Assert.Equal(mac, HMACSHA256.HashData(keys[32..], input));
        using var aes = Aes.Create();
        aes.Key = keys[..32];
        var (text, previous) = (new byte[ciphertext.Length], iv);
        for (var at = 0; at < ciphertext.Length; at += 16)
        {
            var (stream, block) = (aes.EncryptEcb(previous, PaddingMode.None), ciphertext[at..Math.Min(at + 16, ciphertext.Length)]);
            for (var i = 0; i < block.Length; i++) text[at + i] = (byte)(block[i] ^ stream[i]);
            previous = block;
        }

        return Encoding.UTF8.GetString(text);
    }

    private static PlatId Plat(long number) => PlatId.TryFrom(number, out var id) ? id : throw new ArgumentOutOfRangeException(nameof(number));

    private static byte[] Prefixed(byte[] field)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        return [.. length, .. field];
    }
}
