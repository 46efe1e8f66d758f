namespace Ascs.Storage;

/// <summary>What may happen to a document of a container once it is there.</summary>
public enum ContainerRights
{
    /// <summary>Documents are created, never replaced, deleted or expired. Anything else is refused before it reaches a store.</summary>
    CreateOnly = 1,

    /// <summary>Documents may be replaced, deleted and given a time to live.</summary>
    Mutable = 2,
}
