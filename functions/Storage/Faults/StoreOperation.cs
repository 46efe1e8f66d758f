namespace Ascs.Storage;

/// <summary>The members of the port, as a plan of faults sees them.</summary>
public enum StoreOperation
{
    /// <summary><see cref="IDocumentStore.ReadAsync"/></summary>
    Read,

    /// <summary><see cref="IDocumentStore.ReadManyAsync"/></summary>
    ReadMany,

    /// <summary><see cref="IDocumentStore.CommitAsync"/></summary>
    Commit,

    /// <summary><see cref="IDocumentStore.WriteManyAsync"/></summary>
    WriteMany,

    /// <summary><see cref="IDocumentStore.RangeAsync"/></summary>
    Range,
}
