using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Keys;

/// <summary>
/// Keeps the book of public keys up to date (decision 0013): the trusted party asks its peers, everybody else asks the trusted party, which hands on what it took.
/// Soon after the start until all have answered, then every ten minutes. Nothing here trusts the one who answers: the book judges each statement.
/// </summary>
internal sealed class FetchKeys(PublicKeyBook book, IPlatformDirectory directory, IStatedKeys source, TimeProvider time, ILogger<FetchKeys> logger) : BackgroundService
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));

    // Signatures of statements refused: each is told once, and offered again at every pass all the same.
    private readonly ConcurrentDictionary<string, bool> told = new();

    /// <summary>Asks each once.</summary>
    /// <returns>True when all have answered.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        var all = true;
        foreach (var peer in directory.Peers.Where(IsAsked)) all &= await FetchAsync(peer, ct);
        return all;
    }

    /// <summary>How long to wait after a pass: the whole period when all have answered, else twice as long as before.</summary>
    public static TimeSpan PauseAfter(TimeSpan before, bool all) => all ? Pauses.Longest : Pauses.After(before);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = Pauses.First; !stoppingToken.IsCancellationRequested;)
        {
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                pause = PauseAfter(pause, await RunOnceAsync(stoppingToken));
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                pause = PauseAfter(pause, all: false);
                logger.Fault(fault, "Public keys could not be fetched now and are fetched later");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private bool IsAsked(Peer peer) => peer.PublicAddress is not null && (directory.Self.Role == Role.TrustedParty || peer.Role == Role.TrustedParty);

    private async Task<bool> FetchAsync(Peer peer, CancellationToken ct)
    {
        if (await source.ReadAsync(peer, ct) is not { } statements) return false;
        foreach (var signed in statements)
            if (KeyStatements.PlatformOf(signed) is { } owner && directory.Find(owner) is not null) // of others' partners we know nothing
                Tell(owner, signed, await book.OfferAsync(owner, signed, ct));
        return true;
    }

    private void Tell(PlatId owner, SignedKeyStatement signed, KeyOffer offer)
    {
        if (offer is KeyOffer.Taken taken) logger.Change($"{taken.Statement.KeyId} of {owner} was stated and taken");
        if (offer is KeyOffer.Refused refused && told.TryAdd(signed.Statement + signed.Signature, true)) logger.Warn($"A key statement of {owner} is refused: {refused.Fault}");
    }
}
