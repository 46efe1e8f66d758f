using Ascs.Storage;
using Ascs.Trust.Keys;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty;

/// <summary>What the trusted party's platform needs to know.</summary>
public sealed record TrustedPartyOptions
{
    /// <summary>Its main store: everything but keys.</summary>
    public required IDocumentStore Store { get; init; }

    /// <summary>The store of authorisation keys: own file, own backups. It may be the one the key ring lives in.</summary>
    public required IDocumentStore KeyStore { get; init; }

    /// <summary>Its keys; <see cref="TrustedPartyKeys.All"/> must be there.</summary>
    public required KeyRing Keys { get; init; }

    /// <summary>Name of its log, the first line of every checkpoint: a name one owns, without spaces or plus sign. It stays for the log's life.</summary>
    public required string LogOrigin { get; init; }

    /// <summary>JSON file: a list of approved policies, all versions.</summary>
    public required string ServicesFile { get; init; }

    /// <summary>JSON file: a list of approved templates, all versions.</summary>
    public required string TemplatesFile { get; init; }

    /// <summary>Its name as people see it on its pages.</summary>
    public required Ascs.Contracts.LocalText Name { get; init; }

    /// <summary>How dispatches are carried out.</summary>
    public DispatchOptions Dispatches { get; init; } = new();
}
