using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Keys;
using Ascs.Trust.Sessions;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.2.1, assessed as 5.1.2.1 says: PlatID, AuthToken, and both sides' proofs.</summary>
public sealed class IdentityTests(AssessedSystem system) : IClassFixture<AssessedSystem>
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 3, 4, 5, 678, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Assessor Assessor => system.Assessor;

    [Fact]
    [Clause("CHEAA-4.1.2.1a", "draws 20,000 PlatIDs: 16 digits, all different, evenly spread over [10^15, 2^53); the build bans every random generator but the system's secure one")]
    public void PlatIDs_are_random()
    {
        var drawn = Enumerable.Range(0, 20_000).Select(_ => PlatId.NewRandom().Value).ToArray();
        Assert.All(drawn, value => Assert.InRange(value, PlatId.Min, PlatId.Limit - 1));
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
        var bins = drawn.CountBy(value => (value - PlatId.Min) * 8 / (PlatId.Limit - PlatId.Min)).ToDictionary();
        Assert.All(Enumerable.Range(0, 8), bin => Assert.InRange(bins[bin], 2500 - 400, 2500 + 400)); // eight standard deviations
        Assert.Contains("T:System.Random;", File.ReadAllText(Path.Combine(Repository.Root, "BannedSymbols.txt")), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CHEAA-4.1.2.1b", "mints AuthTokens: 32 digits and letters, both always there; another PlatID, another millisecond of Beijing time or other random bytes give another token, the same three the same")]
    public void AuthTokens_are_hashed_from_PlatID_time_and_random()
    {
        var (one, other) = (Plat(1000000000000001), Plat(1000000000000002));
        byte[] random = [.. Enumerable.Range(0, 32).Select(i => (byte)i)], different = [.. random.Reverse()];
        string Mint(PlatId id, DateTimeOffset at, byte[] bytes) => MintedToken.Auth(id, at, () => bytes);
        Assert.Equal(Mint(one, At, random), Mint(one, At.ToOffset(TimeSpan.FromHours(8)), random));
        Assert.Equal(4, new[] { Mint(one, At, random), Mint(other, At, random), Mint(one, At.AddMilliseconds(1), random), Mint(one, At, different) }.Distinct().Count());
        Assert.Equal("2026-11-23T11:04:05.678", MintedToken.BeijingText(At));
        Assert.All(Enumerable.Range(0, 2_000).Select(_ => MintedToken.Auth(one, At)), token =>
        {
            Assert.Matches("^[0-9A-Za-z]{32}$", token); // 5.1.2.1 b: more than 16
            Assert.Matches("[0-9]", token);
            Assert.Matches("[A-Za-z]", token);
        });
    }

    [Fact]
    [Clause("CHEAA-4.1.2.1c", "each pair has AuthTokens of its own, one a direction; the token of another pair, and this pair's of the other direction, are refused at login: LOGIN_REFUSED")]
    public async Task An_AuthToken_serves_one_pair_in_one_direction()
    {
        var rings = system.Platforms.Hosts.Select(host => (KeyRing)host.Services.GetService(typeof(KeyRing))!).ToArray();
        var tokens = rings.SelectMany(ring => ring.Records.Where(record => record.Algorithm == KeyAlgorithm.AuthToken && record.Name.StartsWith("auth-for-", StringComparison.Ordinal))
            .Select(record => Encoding.ASCII.GetString(ring.Find(record.Name, record.Version)!.Bytes))).ToArray();
        Assert.True(tokens.Length >= 10);
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
        foreach (var token in tokens.Where(token => token != Encoding.ASCII.GetString(Assessor.Options.Sessions.AuthTokenFrom(Assessor.Called.PlatId)!)))
            Assert.Equal("LOGIN_REFUSED", (await LoginAsync(Assessor.Attempt(new OtherAuthToken(Assessor.Options.Sessions, token)).Request)).Code);
    }

    [Fact]
    [Clause("CHEAA-4.1.2.1d", "the data flow has proof and certificate signature of both sides; each of them changed in one bit, in the request or the answer, or made by another certificate, ends the login")]
    public async Task Both_sides_prove_themselves()
    {
        using var attempt = Assessor.Attempt();
        var answered = await LoginAsync(attempt.Request);
        var answer = JsonSerializer.Deserialize<LoginAnswer>(answered.Body, WireOptions.Tolerant)!;
        Assert.NotNull(attempt.Accept(answer, At));
        Assert.Null(attempt.Accept(answer with { Proof = Flip(answer.Proof) }, At));
        Assert.Null(attempt.Accept(answer with { Signature = Flip(answer.Signature) }, At));
        Assert.Null(attempt.Accept(answer with { Certificate = attempt.Request.Certificate }, At));
        Assert.Null(attempt.Accept(answer with { Ephemeral = attempt.Request.Ephemeral }, At));
        foreach (var forged in Forged(attempt.Request, answer))
            Assert.Equal("LOGIN_REFUSED", (await LoginAsync(forged)).Code);
    }

    private static IEnumerable<LoginRequest> Forged(LoginRequest request, LoginAnswer answer) =>
    [
        request with { Proof = Flip(request.Proof) }, request with { Signature = Flip(request.Signature) }, request with { Nonce = Flip(request.Nonce) },
        request with { Ephemeral = answer.Ephemeral }, request with { Certificate = answer.Certificate }, request with { Suites = ["cheaa"] },
    ];

    private static PlatId Plat(long number) => PlatId.TryFrom(number, out var id) ? id : throw new ArgumentOutOfRangeException(nameof(number));

    private static string Flip(string base64Url) => (base64Url[0] == 'A' ? 'B' : 'A') + base64Url[1..];

    private Task<Verdict> LoginAsync(LoginRequest request) => Assessor.SendAsync(
        Assessor.Sign(SessionCatalogue.Login, JsonSerializer.SerializeToUtf8Bytes(request, WireOptions.Strict), Assessor.Pair), Cancelled);
}
