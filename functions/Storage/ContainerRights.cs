namespace Ascs.Storage;

/// <summary>What may happen to a document of a container once it is there.</summary>
public enum ContainerRights
{
    /// <summary>Documents are created, never replaced, deleted or expired. Anything else is refused before it reaches a store.</summary>
    CreateOnly = 1,

    /// <summary>Documents may be replaced, deleted and given a time to live.</summary>
    Mutable = 2,

    /// <summary>
    /// As <see cref="Mutable"/>, and <see cref="IStoreMaintenance.EraseDeletedAsync"/> removes the last byte of what was deleted or replaced. It costs room:
    /// for small secrets.
    /// </summary>
    Erasable = 3,

    /// <summary>
    /// Documents are created, each with the time it is kept until, and never replaced or deleted; when that time has passed the purge removes them. An id is
    /// never used again. For records that must be kept for a term and not for ever.
    /// </summary>
    KeptForATerm = 4,
}
