using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>
/// The store that holds authorisation keys and nothing else: own file, own backups that live 7 days at most. Whoever has it and the wrapping key, and the
/// main store, reads agreements; without the main store it opens nothing.
/// </summary>
/// <param name="Documents">The store.</param>
internal sealed record KeyStore(IDocumentStore Documents);
