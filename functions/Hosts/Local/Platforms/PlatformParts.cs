using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Hosts.Local.Auditing;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Audit;
using Ascs.Trust.Audit.Alerts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Keys;
using Ascs.Trust.Pairing;
using Ascs.Trust.Sessions;
using Ascs.Trust.Succession;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>Everything in a party's folder, opened.</summary>
internal sealed record PlatformParts(
    PartyFolder Folder, PartyFile File, OwnCertificate Own, CertificateTrust Authorities, SqliteDocumentStore Store, OpenKeys Keys,
    PlatformDirectory Directory, PublicKeyBook PublicKeys, AlertAddress? Alerts) : IAsyncDisposable
{
    /// <summary>Its certificate in force.</summary>
    public X509Certificate2 Certificate => Own.Current;

    /// <summary>Opens a folder.</summary>
    /// <exception cref="Refusal">Something in it is missing, damaged, newer than this program or in use: one sentence.</exception>
    public static async Task<PlatformParts> OpenAsync(PartyFolder folder, TimeProvider time, CancellationToken ct)
    {
        try
        {
            return await OpenPartsAsync(folder, time, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or StoreOpenException
            or KeyFileException or KeyUnwrapException or CertificateFileException)
        {
            throw new Refusal($"The folder {folder.Root} can't be used: {fault.Message}", fault);
        }
    }

    /// <summary>What Trust needs.</summary>
    public TrustOptions ToTrustOptions(TimeProvider time) => new()
    {
        Directory = Directory,
        PublicKeys = PublicKeys,
        Secrets = new RingPairSecrets(Keys.Ring),
        Sessions = new RingSessionSecrets(Keys.Ring),
        Author = new RingAuthor(Keys.Ring),
        AnswerSeal = new RingAnswerSeal(Keys.Ring),
        Store = Store,
        AloneOnStore = true,
        Certificate = Certificate,
        Own = Own,
        PublishedKeys = new PublishedKeys(Keys.Ring, Own, File.PlatId, File.Party == PartyKind.TrustedParty ? PublicKeys : null),
        Authorities = Authorities,
        Limits = (File.Limits ?? new PartyLimits()).ToOptions(),
        AuditTerm = File.ToAuditTerm(),
        AuditWitness = new AuditWitness(() => JournalHeads.NewestOf(Folder.Journal), Keys.Ring.FindAuthor),
        Alerts = File.ToAlertPolicy(),
        AlertAddress = Alerts,
        Time = time,
    };

    /// <summary>What was done while the folder was opened, before there was an audit trail: the host records it first of all.</summary>
    public List<AuditEntry> TakenIn { get; } = [];

    /// <summary>Makes keys and sessions agree with a list of peers.</summary>
    /// <returns>Why a peer could not be taken in, one sentence each.</returns>
    public Task<IReadOnlyList<string>> TakeInAsync(PeersFile file, Func<AuditEntry, CancellationToken, ValueTask> audit, TimeProvider time, CancellationToken ct) =>
        new TakePeersIn(Keys.Ring, time, audit, Store.EndSessionsAsync).RunAsync(file, Certificate, peer => StatedCertificate.Of(peer, Folder.StatementsOf(peer.PlatId)), ct);

    /// <summary>Puts the keys that came with a peer's offer into the book.</summary>
    /// <exception cref="InvalidDataException">One of them is refused.</exception>
    public Task OfferStatementsAsync(PlatId owner, CancellationToken ct) => PublicKeys.OfferFileAsync(owner, Folder.StatementsOf(owner), ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var secret in Alerts?.Secrets ?? []) secret.Dispose();
        await Store.DisposeAsync();
        await Keys.DisposeAsync();
        Authorities.Dispose();
        Own.Dispose();
    }

    private static async Task<PlatformParts> OpenPartsAsync(PartyFolder folder, TimeProvider time, CancellationToken ct)
    {
        var file = await PartyReader.ReadAsync(folder, ct);
        var directory = new PlatformDirectory(PeersFile.Parse(await System.IO.File.ReadAllBytesAsync(folder.Peers, ct)));
        var certificate = new OwnCertificate(CertificateFiles.Load(folder));
        var authorities = new CertificateTrust([PemFiles.LoadCertificate(folder.Authority)], time);
        System.IO.Directory.CreateDirectory(folder.Data);
        var keys = await OpenKeys.OpenAsync(folder, time, ct);
        SqliteDocumentStore? store = null;
        try
        {
            // Keys are made by `init` alone: made anew here they would be other keys, and everything sealed under the old ones lost without a word.
            if (keys.Ring.FindCurrent(KeyNames.Author) is null)
                throw new InvalidDataException($"{folder.KeyStore} holds no keys of this platform; it was lost or replaced. Restore it from a backup.");
            store = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.Store, Containers.Main) { Time = time });
            directory.Successors = await SuccessorBook.OpenAsync(store, authorities, directory.File.Peers.Prepend(directory.Self), ct);
            var book = await PublicKeyBook.OpenAsync(store, directory, time, ct);
            var parts = new PlatformParts(folder, file, certificate, authorities, store, keys, directory, book, AlertsOf.Read(folder, file));
            await parts.TakeInAsync(directory.File, parts.KeepAsync, time, ct); // what fails, WatchPeers tries again and tells
            foreach (var peer in directory.Peers)
                await parts.OfferStatementsAsync(peer.PlatId, ct);
            return parts;
        }
        catch
        {
            await (store?.DisposeAsync() ?? default);
            await keys.DisposeAsync();
            throw;
        }
    }

    private ValueTask KeepAsync(AuditEntry entry, CancellationToken ct)
    {
        TakenIn.Add(entry);
        return default;
    }
}
