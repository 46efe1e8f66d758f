using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Replay;

/// <summary>
/// Signed messages received, shared by all instances of this platform (CHEAA-4.1.3.2 a). A document of the name must not exist yet: the store decides, in one
/// commit, which of two equal messages came first.
/// <para>
/// Documents lie in a partition per minute of the message's own, signed timestamp: a replay carries the same one, so it meets its original there, while
/// new documents always land in the newest few partitions.
/// </para>
/// <para>An attacker who can empty this container can replay the last twenty minutes of what he recorded inside TLS.</para>
/// </summary>
internal sealed class ReplayMemory(IDocumentStore store)
{
    // A message may come ten minutes before its timestamp and still pass ten minutes after it: twenty minutes from its receipt, both ends included.
    // A minute more, because our own instances' clocks differ.
    private static readonly TimeSpan KeptAfterTimestamp = TimeSpan.FromMinutes(11);

    private static readonly byte[] Body = "{\"v\":1}"u8.ToArray();

    /// <summary>False when this message was received before.</summary>
    /// <param name="caller">Who signed.</param>
    /// <param name="nonce">The signature's nonce.</param>
    /// <param name="timestamp">The message's own, within ten minutes of now.</param>
    /// <param name="cancellationToken">Stops waiting; the message may count as received.</param>
    public async Task<bool> TryRememberAsync(PlatId caller, Nonce nonce, DateTimeOffset timestamp, CancellationToken cancellationToken)
    {
        var minute = timestamp.ToUnixTimeSeconds() / 60;
        var partition = "replay-" + minute.ToString(CultureInfo.InvariantCulture);
        return await store.TryCommitAsync(
            Containers.Work, partition, new Write.Create($"{caller}-{nonce}", Body, timestamp + KeptAfterTimestamp), cancellationToken) is not null;
    }
}
