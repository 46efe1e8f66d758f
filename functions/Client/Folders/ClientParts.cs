using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Audit;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Keys;
using Ascs.Trust.Pairing;
using Ascs.Trust.Sessions;

namespace Ascs.Client.Folders;

/// <summary>Everything in the platform's folder, opened.</summary>
internal sealed class ClientParts : IAsyncDisposable, IDisposable
{
    private readonly ClientFolder folder;
    private readonly ConcurrentQueue<AuditEntry> takenIn = new();
    private LocalKeyWrapper? wrapper;

    private ClientParts(ClientFolder folder) => this.folder = folder;

    public PlatformDirectory Directory { get; private set; } = null!;

    public X509Certificate2 Certificate { get; private set; } = null!;

    public CertificateTrust Authorities { get; private set; } = null!;

    public SqliteDocumentStore Store { get; private set; } = null!;

    public SqliteDocumentStore KeyStore { get; private set; } = null!;

    public KeyRing Keys { get; private set; } = null!;

    public PublicKeyBook PublicKeys { get; private set; } = null!;

    public IReadOnlyDictionary<OperatorId, IReadOnlyList<string>> NetworkCodes { get; private set; } = null!;

    public IReadOnlyList<ServicePolicy> Policies { get; private set; } = null!;

    /// <exception cref="AscsFolderException">Something in it is missing, damaged, newer than this program or in use: one sentence.</exception>
    public static async Task<ClientParts> OpenAsync(string root, TimeProvider time, CancellationToken ct)
    {
        var parts = new ClientParts(new ClientFolder(root));
        try
        {
            await parts.OpenAsync(time, ct);
            return parts;
        }
        catch (Exception fault)
        {
            await parts.DisposeAsync();
            if (fault is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or StoreOpenException or KeyFileException or KeyUnwrapException
                or CertificateFileException)
                throw new AscsFolderException($"The folder {root} can't be used: {fault.Message}", fault);
            throw;
        }
    }

    /// <summary>What Trust needs.</summary>
    public TrustOptions ToTrustOptions(TimeProvider time) => new()
    {
        Directory = Directory,
        PublicKeys = PublicKeys,
        Secrets = new RingPairSecrets(Keys),
        Sessions = new RingSessionSecrets(Keys),
        Author = new RingAuthor(Keys),
        AnswerSeal = new RingAnswerSeal(Keys),
        Store = Store,
        AloneOnStore = true, // the store's lock lets no second process in
        Certificate = Certificate,
        PublishedKeys = new PublishedKeys(Keys, new OwnCertificate(Certificate), Directory.Self.PlatId),
        Authorities = Authorities,
        Time = time,
    };

    /// <summary>Records what was done with peers' secrets while the folder was opened, before there was an audit trail.</summary>
    public async Task RecordAsync(IAuditTrail audit, CancellationToken ct)
    {
        while (takenIn.TryDequeue(out var entry))
            await audit.RecordDurablyAsync(entry, ct);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        Keys?.Dispose();
        await (Store?.DisposeAsync() ?? default);
        await (KeyStore?.DisposeAsync() ?? default);
        wrapper?.Dispose();
        Authorities?.Dispose();
        Certificate?.Dispose();
    }

    private async Task OpenAsync(TimeProvider time, CancellationToken ct)
    {
        Directory = new PlatformDirectory(PeersFile.Parse(await File.ReadAllBytesAsync(folder.Peers, ct)));
        if (Directory.Self.EnterpriseId is not { } enterprise || Directory.Self.Role != Role.Enterprise)
            throw new InvalidDataException("it is no enterprise's platform.");
        Policies = await folder.PoliciesAsync(enterprise, ct);
        NetworkCodes = await folder.NetworkCodesAsync(ct);
        Certificate = PemFiles.Load(folder.Certificate, folder.CertificateKey);
        Authorities = new CertificateTrust([PemFiles.LoadCertificate(folder.Authority)], time);
        await OpenKeysAsync(time, ct);
        Store = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.Store, Containers.Main) { Time = time });
        PublicKeys = await PublicKeyBook.OpenAsync(Store, Directory, time, ct);
        var faults = await new TakePeersIn(Keys, time, KeepAsync, Store.EndSessionsAsync)
            .RunAsync(Directory.File, Certificate, peer => StatedCertificate.Of(peer, folder.Statements(peer.PlatId)), ct);
        if (faults.Count > 0) throw new InvalidDataException(string.Join(" ", faults));
        foreach (var peer in Directory.Peers)
            await PublicKeys.OfferFileAsync(peer.PlatId, folder.Statements(peer.PlatId), ct);
    }

    private async Task OpenKeysAsync(TimeProvider time, CancellationToken ct)
    {
        wrapper = LocalKeyWrapper.Open(folder.KeyEncryptionKey);
        KeyStore = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.KeyStore, Containers.KeyStore) { Time = time });
        Keys = await KeyRing.OpenAsync(KeyStore, KeyStore, wrapper, ct);
        // Keys are made at pairing alone: made anew here they would be other keys.
        if (Keys.FindCurrent(KeyNames.Author) is null)
            throw new InvalidDataException($"{folder.KeyStore} holds no keys of this platform; it was lost or replaced. Restore it from a backup.");
    }

    private ValueTask KeepAsync(AuditEntry entry, CancellationToken ct)
    {
        takenIn.Enqueue(entry);
        return default;
    }
}
