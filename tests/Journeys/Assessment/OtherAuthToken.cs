using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Sessions;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>Everything of a platform's secrets but the AuthToken it shows.</summary>
internal sealed class OtherAuthToken(ISessionSecrets own, string token) : ISessionSecrets
{
    public byte[]? AuthTokenFor(PlatId peer) => own.AuthTokenFor(peer);

    public byte[]? AuthTokenFrom(PlatId peer) => Encoding.ASCII.GetBytes(token);

    public Task<byte[]> MintAsync(PlatId peer, DateTimeOffset now, CancellationToken ct) => own.MintAsync(peer, now, ct);

    public Task<bool> KeepAsync(PlatId peer, byte[] token, DateTimeOffset now, CancellationToken ct) => own.KeepAsync(peer, token, now, ct);

    public Sm2PrivateKey? Exchange(string keyId) => own.Exchange(keyId);

    public byte[] Seal(ReadOnlySpan<byte> content, string place) => own.Seal(content, place);

    public byte[]? Open(ReadOnlySpan<byte> content, string place) => own.Open(content, place);
}
