using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Keys;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>
/// <c>/v1/keys</c>: statements of this platform's public keys, and those of peers that it hands on (the trusted party: everybody's). It can't change one:
/// each is signed under its owner's certificate, which the reader has pinned.
/// </summary>
/// <param name="ring">Own keys.</param>
/// <param name="certificate">Signs them.</param>
/// <param name="platform">This platform.</param>
/// <param name="handedOn">Statements of others, as taken; none for a platform that hands none on.</param>
public sealed class PublishedKeys(KeyRing ring, X509Certificate2 certificate, PlatId platform, Func<IReadOnlyList<SignedKeyStatement>>? handedOn = null)
{
    private readonly Lock signing = new();

    // Under the lock. Signed anew only when the ring has changed, for anybody may ask.
    private (string Of, byte[] Json) made = ("", []);

    internal Task<IResult> ShowAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Task.FromResult(Results.Bytes(Json(), "application/json; charset=utf-8"));
    }

    /// <summary>All that is served now.</summary>
    public IReadOnlyList<SignedKeyStatement> Statements() => KeyStatements.FromJson(Json())!;

    private byte[] Json()
    {
        var others = handedOn?.Invoke() ?? [];
        var state = string.Join(' ', ring.Records.Select(record => $"{record.KeyId}{record.DestroyedAt}").Concat(others.Select(other => other.Signature)));
        lock (signing)
        {
            if (made.Of != state) made = (state, KeyStatements.ToJson([.. KeyStatements.Of(ring, platform, certificate), .. others]));
            return made.Json;
        }
    }
}
