using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Keys;

/// <summary>
/// Keeps the book of public keys up to date (decision 0013): the trusted party asks its peers, everybody else asks the trusted party, which hands on what it took.
/// Soon after the start until all have answered, then every ten minutes. Nothing here trusts the one who answers: the book judges each statement.
/// </summary>
internal sealed class FetchKeys(PublicKeyBook book, IPlatformDirectory directory, IStatedKeys source, TimeProvider time, ILogger<FetchKeys> logger)
    : BackgroundService, IHealthPart
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));

    // A restart elsewhere, or an outage that mends itself, is not worth a person's look.
    private static readonly TimeSpan Patience = 3 * Pauses.Longest;

    // What is wrong with an owner's keys, as last told, and since when they can't be read. One entry an owner at most, whatever is served.
    private readonly ConcurrentDictionary<PlatId, string> told = new();
    private readonly ConcurrentDictionary<PlatId, DateTimeOffset> unread = new();

    /// <inheritdoc/>
    public string Name => "keys";

    /// <inheritdoc/>
    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(unread.Values.All(since => time.GetUtcNow() - since < Patience));

    /// <summary>Asks for each owner's keys once.</summary>
    /// <returns>True when all were answered.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        var all = true;
        // Enterprises last: operators' keys are what others wait for, and who answers slowly must not delay them.
        foreach (var peer in directory.Peers.Where(IsAsked).OrderBy(peer => peer.Role == Role.Enterprise))
            all &= await FetchAsync(peer, peer, ct) && await FetchHandedOnAsync(peer, ct);
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

    // Each owner's by itself: no number of owners and keys makes an answer too large. Nobody but its enterprise knows a back office.
    private async Task<bool> FetchHandedOnAsync(Peer host, CancellationToken ct)
    {
        var all = true;
        if (host.Role != Role.TrustedParty) return all;
        foreach (var owner in directory.Peers.Where(peer => peer.Role is Role.Enterprise or Role.Operator)) all &= await FetchAsync(host, owner, ct);
        return all;
    }

    private async Task<bool> FetchAsync(Peer host, Peer owner, CancellationToken ct)
    {
        var answer = await source.ReadAsync(host, owner.PlatId, ct);
        Tell(owner.PlatId, answer switch
        {
            KeyAnswer.Read read => await OfferAsync(owner.PlatId, read.Statements, ct),
            KeyAnswer.Failed failed => $"could not be read, {failed.Why}",
            _ => "",
        });
        // An enterprise that is away, or answers nonsense, harms itself alone: it can't make the trusted party look ill.
        if (answer is KeyAnswer.Read || host.Role == Role.Enterprise) unread.TryRemove(owner.PlatId, out _);
        else unread.TryAdd(owner.PlatId, time.GetUtcNow());
        return answer is KeyAnswer.Read;
    }

    // What is refused, in words; empty when nothing is.
    private async Task<string> OfferAsync(PlatId owner, IReadOnlyList<SignedKeyStatement> statements, CancellationToken ct)
    {
        var refused = new SortedDictionary<KeyFault, int>();
        foreach (var signed in statements)
        {
            var offer = await book.OfferAsync(owner, signed, ct);
            if (offer is KeyOffer.Taken taken) logger.Change($"{taken.Statement.KeyId} of {owner} was stated and taken");
            if (offer is KeyOffer.Refused { Fault: var fault }) refused[fault] = refused.GetValueOrDefault(fault) + 1;
        }

        return refused.Count == 0 ? "" : "refused, " + string.Join(", ", refused.Select(faults => $"{faults.Value} {faults.Key}"));
    }

    private void Tell(PlatId owner, string trouble)
    {
        if (told.GetValueOrDefault(owner, "") == trouble) return;
        told[owner] = trouble;
        if (trouble.Length > 0) logger.Warn($"Key statements of {owner}: {trouble}");
    }
}
