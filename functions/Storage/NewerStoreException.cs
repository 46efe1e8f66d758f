namespace Ascs.Storage;

/// <summary>A store or a document was written by a newer version of the product than this one. Nothing was changed.</summary>
public sealed class NewerStoreException : StoreOpenException
{
    /// <summary>Says what is newer.</summary>
    /// <param name="what">The store or the kind of document, without any id of a person.</param>
    /// <param name="found">The version found.</param>
    /// <param name="known">The newest version this program knows.</param>
    public NewerStoreException(string what, long found, long known)
        : base($"{what} has version {found}, but this program knows versions up to {known}: start the newer program, or restore a backup made before the upgrade.")
    {
    }
}
