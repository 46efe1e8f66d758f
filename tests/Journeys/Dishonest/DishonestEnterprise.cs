using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Dishonest;

/// <summary>An enterprise that holds every credential of its own and keeps to no rule: it builds its requests by hand and calls the trusted party itself.</summary>
internal sealed class DishonestEnterprise : IAsyncDisposable
{
    private readonly PlatformParts parts;
    private readonly ServiceProvider services;
    private readonly IdSource ids;

    private DishonestEnterprise(PlatformParts parts, ServiceProvider services, TimeProvider time)
    {
        (this.parts, this.services) = (parts, services);
        ids = new IdSource(time);
        Policies = JsonSerializer.Deserialize<IReadOnlyList<ServicePolicy>>(File.ReadAllBytes(parts.Folder.Services), WireOptions.Strict)!;
    }

    public EnterpriseId Id => EnterpriseId.Parse(parts.File.Id);

    public Uri PublicAddress => parts.File.PublicAddress!;

    public IReadOnlyList<ServicePolicy> Policies { get; }

    public IDocumentSigner Signer => services.GetRequiredService<IDocumentSigner>();

    public Peer TrustedParty => parts.Directory.TrustedParty();

    public static ConsentNonce NewNonce() => ConsentNonce.From(RandomNumberGenerator.GetBytes(16));

    public static async Task<DishonestEnterprise> OpenAsync(PartyFolder folder, TimeProvider time, CancellationToken ct)
    {
        var parts = await PlatformParts.OpenAsync(folder, time, ct);
        var services = new ServiceCollection().AddLogging().AddSingleton<IDocumentStore>(parts.Store).AddSingleton(time)
            .AddTrust(parts.ToTrustOptions(time)).BuildServiceProvider();
        return new DishonestEnterprise(parts, services, time);
    }

    public Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, CancellationToken ct)
        where TRequest : class
        where TAnswer : class =>
        services.GetRequiredService<IPlatformCaller>().CallAsync(TrustedParty, endpoint, request, endpoint.Idempotent ? "dishonest-" + ids.Next() : null, ct);

    /// <summary>The agreement that the policy's words make for these choices.</summary>
    public AuthoriseRequest Request(ServicePolicy policy, ConsentChoices choices, ConsentNonce nonce, UnixTime now, params SealedIdentifier[] identifiers)
    {
        var agreement = new Agreement(1, policy.Version, choices, ConsentText.For(policy, choices), now);
        var intake = parts.PublicKeys.Current(TrustedParty.PlatId, "intake")!.Value.Key;
        var envelope = Envelope.Seal(intake, JsonSerializer.SerializeToUtf8Bytes(agreement, WireOptions.Strict), AgreementBinding.For(Id, nonce));
        return new AuthoriseRequest(1, Id, policy.ServiceId, nonce, HashOf(policy, choices), Base64Url.EncodeToString(envelope), identifiers);
    }

    /// <summary>Seals an identifier to both operators, signed by whoever is given.</summary>
    public SealedIdentifier Seal(IdentifierType type, string id, ConsentNonce nonce, Digest text, UnixTime now, Func<byte[], SignedDocument> sign)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new SealedIdContent(1, Id, nonce, text, now, type, id), WireOptions.Strict);
        return SealBytes(type, JsonSerializer.SerializeToUtf8Bytes(sign(content), WireOptions.Strict));
    }

    /// <summary>Encrypts whatever it is given to both operators.</summary>
    public SealedIdentifier SealBytes(IdentifierType type, byte[] plain) => new(type, null, parts.Directory.Operators().ToDictionary(
        peer => peer.OperatorId!.Value, peer => Base64Url.EncodeToString(parts.PublicKeys.Current(peer.PlatId, "seal")!.Value.Key.Encrypt(plain))));

    public SignedDocument SignSeal(byte[] content) => Signer.Sign(Operations.SealedId, content);

    public static Digest HashOf(ServicePolicy policy, ConsentChoices choices) => Digest.From(Sm3.Hash(Encoding.UTF8.GetBytes(ConsentText.For(policy, choices))));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await parts.DisposeAsync();
    }
}
