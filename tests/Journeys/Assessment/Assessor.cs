using Ascs.Contracts;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Problems;
using Ascs.Trust.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>A back office whose every step is in the assessor's hand: it logs in when told to, and each message can be changed between signing and sending.</summary>
internal sealed class Assessor : IAsyncDisposable
{
    private readonly PlatformParts parts;
    private readonly ServiceProvider services;

    private Assessor(PlatformParts parts, ServiceProvider services) => (this.parts, this.services) = (parts, services);

    /// <summary>The enterprise platform it talks to.</summary>
    public Peer Called => parts.Directory.Peers.Single(peer => peer.Role == Role.Enterprise);

    public PlatId Self => parts.File.PlatId;

    public TrustOptions Options { get; private init; } = null!;

    public TimeProvider Time { get; private init; } = null!;

    public static async Task<Assessor> OpenAsync(PartyFolder folder, TimeProvider time, CancellationToken ct)
    {
        var parts = await PlatformParts.OpenAsync(folder, time, ct);
        var options = parts.ToTrustOptions(time);
        var services = new ServiceCollection().AddLogging().AddSingleton<IDocumentStore>(parts.Store).AddSingleton(time).AddTrust(options).BuildServiceProvider();
        return new Assessor(parts, services) { Options = options, Time = time };
    }

    /// <summary>A login as the product does it.</summary>
    public async Task<CallerSession> LoginAsync(CancellationToken ct) =>
        new(Assert.IsType<KeptSession>((await services.GetRequiredService<SessionClient>().LoginAsync(Called, ct)).Value), "0");

    /// <summary>The request of a login, with AuthTokens of the assessor's choosing.</summary>
    public LoginAttempt Attempt(ISessionSecrets? secrets = null) => LoginAttempt.Make(Options.Directory, Called, Options.Certificate, secrets ?? Options.Sessions)!;

    /// <summary>The next state of a session; null when it was refused.</summary>
    public async Task<KeptSession?> RefreshAsync(CallerSession session, CancellationToken ct) =>
        (await services.GetRequiredService<SessionClient>().RefreshAsync(Called, session, ct)).Value;

    /// <summary>A new data key in a session.</summary>
    public async Task<KeptSession?> RenewDataKeyAsync(CallerSession session, CancellationToken ct) =>
        (await services.GetRequiredService<SessionClient>().RenewDataKeyAsync(Called, session, ct)).Value;

    /// <summary>A call as the product makes it, sessions and all.</summary>
    public Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, CancellationToken ct)
        where TRequest : class
        where TAnswer : class =>
        services.GetRequiredService<IPlatformCaller>().CallAsync(Called, endpoint, request, endpoint.Idempotent ? NewKey() : null, ct);

    public static Credentials Of(CallerSession session) => new(session.Mac, session.Kept.Access);

    /// <summary>The secret of the pair, without a session.</summary>
    public Credentials Pair => new(Options.Secrets.Current(Called.PlatId)!, null);

    /// <summary>A signed message.</summary>
    public HttpRequestMessage Sign(Endpoint endpoint, byte[] body, Credentials credentials, DateTimeOffset? at = null, string? key = null) =>
        new OutboundCall(Self, Called, endpoint, body, key ?? (endpoint.Idempotent ? NewKey() : null), Options.Author).Sign(credentials, at ?? Time.GetUtcNow());

    /// <summary>Sends a message as it is.</summary>
    public async Task<Verdict> SendAsync(HttpRequestMessage message, CancellationToken ct)
    {
        using (message)
        using (var answer = await services.GetRequiredService<PeerClients>().Of(Called.PlatId).SendAsync(message, ct))
        {
            var body = await answer.Content.ReadAsByteArrayAsync(ct);
            var status = (int)answer.StatusCode;
            return new Verdict(status, status < 300 ? null : ProblemTranslator.FromBody(body, status).Code.Code, body, new Dictionary<string, string>(answer.Headers.Select(field => KeyValuePair.Create(field.Key, string.Join(", ", field.Value))), StringComparer.OrdinalIgnoreCase));
        }
    }

    /// <summary>The same message again, every field and byte of it.</summary>
    public static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage message)
    {
        var copy = new HttpRequestMessage(message.Method, message.RequestUri) { Version = message.Version, Content = new ByteArrayContent(await message.Content!.ReadAsByteArrayAsync()) };
        foreach (var (name, values) in message.Headers) copy.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in message.Content.Headers) copy.Content.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }

    public static string NewKey() => "assess-" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(12));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await parts.DisposeAsync();
    }
}
