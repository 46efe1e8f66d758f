namespace Ascs.Storage;

/// <summary>What happens to one call of a <see cref="FaultyDocumentStore"/>.</summary>
public enum Fault
{
    /// <summary>The call is served.</summary>
    None,

    /// <summary>The call fails and never reached the store: a write is lost.</summary>
    Lost,

    /// <summary>The call reached the store, and its answer is lost: a write is kept but reported as failed.</summary>
    KeptButReportedLost,
}
