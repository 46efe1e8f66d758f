using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Trust.Sessions;

/// <summary>What a platform's sessions rest on.</summary>
public interface ISessionSecrets
{
    /// <summary>The AuthToken that a peer proves itself with here; null before pairing.</summary>
    byte[]? AuthTokenFor(PlatId peer);

    /// <summary>The AuthToken that this platform proves itself with at a peer; null before pairing.</summary>
    byte[]? AuthTokenFrom(PlatId peer);

    /// <summary>The token of <see cref="AuthTokenFor"/>, minted when there is none.</summary>
    Task<byte[]> MintAsync(PlatId peer, DateTimeOffset now, CancellationToken ct);

    /// <summary>Keeps what a peer minted: from now on it is <see cref="AuthTokenFrom"/>.</summary>
    /// <returns>False when it is another one than before, and too soon after it.</returns>
    Task<bool> KeepAsync(PlatId peer, byte[] token, DateTimeOffset now, CancellationToken ct);

    /// <summary>A version of this platform's key <c>exchange</c>; null when it is destroyed or never was.</summary>
    Sm2PrivateKey? Exchange(string keyId);

    /// <summary>Seals what a session must not lose and nobody else may read.</summary>
    /// <param name="content">In clear.</param>
    /// <param name="place">Where it will lie; it opens nowhere else.</param>
    byte[] Seal(ReadOnlySpan<byte> content, string place);

    /// <summary>Opens; null when it was changed, lay elsewhere, or its key is gone.</summary>
    byte[]? Open(ReadOnlySpan<byte> content, string place);
}
