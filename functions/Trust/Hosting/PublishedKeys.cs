using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Keys;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>
/// <c>/v1/keys</c>: statements of this platform's public keys; with <c>?owner=</c> those of one peer that it hands on (the trusted party: anybody's). It can't change
/// one: each is signed under its owner's certificate, which the reader has pinned. One owner an answer: its size never depends on how many there are.
/// </summary>
/// <param name="ring">Own keys.</param>
/// <param name="certificate">Signs them.</param>
/// <param name="platform">This platform.</param>
/// <param name="handedOn">Whose statements were taken; null for a platform that hands none on.</param>
public sealed class PublishedKeys(KeyRing ring, OwnCertificate certificate, PlatId platform, PublicKeyBook? handedOn = null)
{
    private readonly Lock signing = new();

    // Under the lock. Signed anew only when the ring has changed, for anybody may ask.
    private (string Of, byte[] Json) made = ("", []);

    internal Task<IResult> ShowAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Task.FromResult(Results.Bytes(JsonOf(context.Request.Query[CommonPages.KeysOwner].ToString()), "application/json; charset=utf-8"));
    }

    /// <summary>All that is served now, of whomever.</summary>
    public IReadOnlyList<SignedKeyStatement> Statements() => [.. KeyStatements.FromJson(OwnJson())!, .. handedOn?.ToHandOn ?? []];

    private byte[] JsonOf(string owner)
    {
        if (owner.Length == 0 || owner == platform.ToString()) return OwnJson();
        return KeyStatements.ToJson(handedOn is not null && PlatId.TryParse(owner, out var peer) ? handedOn.ToHandOnOf(peer) : []);
    }

    private byte[] OwnJson()
    {
        var current = certificate.Current;
        var state = current.SerialNumber + string.Join(' ', ring.Records.Select(record => $"{record.KeyId}{record.DestroyedAt}"));
        lock (signing)
        {
            if (made.Of != state) made = (state, KeyStatements.ToJson(KeyStatements.Of(ring, platform, current)));
            return made.Json;
        }
    }
}
